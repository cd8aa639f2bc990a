import { useQuery } from '@tanstack/react-query';
import { type AdminSchemas, adminApi, answerOf } from '../../api/index.js';
import { usePages } from '../../api/use-pages.js';
import { usePermission } from '../../app/session.queries.js';
import { type AuditFilter, auditQueryOf } from './audit-filter.js';

export type AuditEntry = AdminSchemas['schemas']['AuditEntry'];

const LIMIT = 100;

/** What was done, the latest first. */
export const useAudit = (filter: AuditFilter) =>
  usePages(['audit', filter], (cursor) =>
    answerOf(adminApi.GET('/v1/audit', { params: { query: { ...auditQueryOf(filter), limit: LIMIT, cursor } } })),
  );

/** Names of operators by their ids; empty for who may not see them. */
export function useNames(): ReadonlyMap<string, string> {
  const enabled = usePermission('operators:read');
  const { data } = useQuery({
    queryKey: ['members', 'names'],
    queryFn: () => answerOf(adminApi.GET('/v1/operators', { params: { query: { limit: LIMIT } } })),
    select: ({ entries }) => new Map(entries.map(({ id, name }) => [id, name])),
    enabled,
    staleTime: 60_000,
  });
  return data ?? NONE;
}

const NONE: ReadonlyMap<string, string> = new Map();
