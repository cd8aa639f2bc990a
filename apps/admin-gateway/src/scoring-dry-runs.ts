import { MONGO_DB } from '@laurel/platform-mongo';
import type { DryRuns } from '@laurel/releases-feature';
import { DryRunHandler } from '@laurel/scoring-feature';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';

/** What dry runs ask of scoring: the handler, on the gateway's database. */
@Injectable()
export class ScoringDryRuns extends DryRunHandler implements DryRuns {
  constructor(@Inject(MONGO_DB) db: Db) {
    super(db);
  }
}
