import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { allPages, pageAt } from '../api/all-pages.js';
import { adminApi, answerOf } from '../api/index.js';
import { usePermission } from './session.queries.js';

const STALE_MS = 60_000;

/** Names of operators and keys by their ids, as far as the reader may list them. Who has no name is not among them. */
export function useNames(): ReadonlyMap<string, string> {
  const operators = useQuery({
    queryKey: ['members', 'names'],
    queryFn: () => allPages((cursor) => answerOf(adminApi.GET('/v1/operators', { params: { query: pageAt(cursor) } }))),
    enabled: usePermission('operators:read'),
    staleTime: STALE_MS,
  }).data;
  const keys = useQuery({
    queryKey: ['keys', 'names'],
    queryFn: () => allPages((cursor) => answerOf(adminApi.GET('/v1/keys', { params: { query: pageAt(cursor) } }))),
    enabled: usePermission('keys:read'),
    staleTime: STALE_MS,
  }).data;
  return useMemo(
    () => new Map([...(operators ?? []), ...(keys ?? [])].flatMap(({ id, name }) => (name === '' ? [] : [[id, name]]))),
    [operators, keys],
  );
}
