import { Module } from '@nestjs/common';
import { AuditTraces } from './erase-traces/audit-traces.js';
import { MongoWorkspaceOffsets } from './workspace-clock/workspace-offsets.mongo.js';

/**
 * What the scoring service needs of tenancy: the audit log forgets players who are erased, and workspaces
 * have times of their own. Needs `MongoModule`.
 */
@Module({ providers: [AuditTraces, MongoWorkspaceOffsets], exports: [AuditTraces, MongoWorkspaceOffsets] })
export class TenancyScoringModule {}
