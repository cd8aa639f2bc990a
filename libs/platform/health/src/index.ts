export { HealthChecks } from './health-checks.js';
export type { CheckResult, HealthCheck, Readiness } from './health-checks.js';
export { HealthModule } from './health.module.js';
