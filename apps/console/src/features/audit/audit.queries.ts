import { type AdminSchemas, adminApi, answerOf } from '../../api/index.js';
import { usePages } from '../../api/use-pages.js';
import { type AuditFilter, auditQueryOf } from './audit-filter.js';

export type AuditEntry = AdminSchemas['schemas']['AuditEntry'];

const LIMIT = 100;

/** What was done, the latest first. */
export const useAudit = (filter: AuditFilter) =>
  usePages(['audit', filter], (cursor) =>
    answerOf(adminApi.GET('/v1/audit', { params: { query: { ...auditQueryOf(filter), limit: LIMIT, cursor } } })),
  );
