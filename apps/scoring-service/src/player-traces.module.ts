import { FrozenTraces } from '@laurel/leaderboards-feature';
import type { PlayerTraces } from '@laurel/scoring-feature';
import { AuditTraces } from '@laurel/tenancy-feature';
import { Inject, Injectable, Module } from '@nestjs/common';

/** All that others than scoring keep of players. */
@Injectable()
export class AllTraces implements PlayerTraces {
  constructor(
    @Inject(AuditTraces) private readonly audit: AuditTraces,
    @Inject(FrozenTraces) private readonly frozen: FrozenTraces,
  ) {}

  async erase(workspace: string, playerId: string, tombstone: string): Promise<void> {
    await this.audit.erase(workspace, playerId, tombstone);
    await this.frozen.erase(workspace, playerId, tombstone);
  }
}

/** Needs `MongoModule`. */
@Module({ providers: [AllTraces, AuditTraces, FrozenTraces], exports: [AllTraces] })
export class PlayerTracesModule {}
