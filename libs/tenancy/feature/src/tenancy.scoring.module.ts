import { Module } from '@nestjs/common';
import { AuditTraces } from './erase-traces/audit-traces.js';

/** What the scoring service needs of tenancy: the audit log forgets players who are erased. Needs `MongoModule`. */
@Module({ providers: [AuditTraces], exports: [AuditTraces] })
export class TenancyScoringModule {}
