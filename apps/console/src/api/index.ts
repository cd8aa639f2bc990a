export { INGESTION_BASE, QUERY_BASE, adminApi, answerOf, ingestionApi, onSignedOut, queryApi } from './clients.js';
export type { components as AdminSchemas } from './generated/admin-gateway.js';
export type { components as IngestionSchemas } from '@laurel/sdk/generated/ingestion-gateway';
export type { components as QuerySchemas } from '@laurel/sdk/generated/query-gateway';
export { type FieldProblem, type Problem, ProblemError, UNREACHABLE, problemOf, toProblem } from './problem.js';
export { queryClient } from './query-client.js';
