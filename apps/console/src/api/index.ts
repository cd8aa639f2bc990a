export { INGESTION_BASE, QUERY_BASE, adminApi, answerOf, ingestionApi, onSignedOut, queryApi } from './clients.js';
export type { components as AdminSchemas } from './generated/admin-gateway.js';
export type { components as IngestionSchemas } from './generated/ingestion-gateway.js';
export type { components as QuerySchemas } from './generated/query-gateway.js';
export { type FieldProblem, type Problem, ProblemError, UNREACHABLE, problemOf, toProblem } from './problem.js';
export { queryClient } from './query-client.js';
