import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { adminApi, answerOf } from '../api/index.js';
import { namesOf } from './names.js';
import { usePermission } from './session.queries.js';

const LIMIT = 100;
const STALE_MS = 60_000;

/** Names of operators and keys by their ids, as far as the reader may list them. */
export function useNames(): ReadonlyMap<string, string> {
  const operators = useQuery({
    queryKey: ['members', 'names'],
    queryFn: () => namesOf((cursor) => answerOf(adminApi.GET('/v1/operators', { params: { query: query(cursor) } }))),
    enabled: usePermission('operators:read'),
    staleTime: STALE_MS,
  }).data;
  const keys = useQuery({
    queryKey: ['keys', 'names'],
    queryFn: () => namesOf((cursor) => answerOf(adminApi.GET('/v1/keys', { params: { query: query(cursor) } }))),
    enabled: usePermission('keys:read'),
    staleTime: STALE_MS,
  }).data;
  return useMemo(() => new Map([...(operators ?? []), ...(keys ?? [])]), [operators, keys]);
}

const query = (cursor: string | undefined) => ({ limit: LIMIT, cursor });
