import { ACTIVITY_COLLECTION, type ActivityDocument } from '@laurel/contracts';
import type { Log } from '@laurel/kernel';
import { MONGO_DB } from '@laurel/platform-mongo';
import { BackgroundLoop, LOG } from '@laurel/platform-observability';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Db } from 'mongodb';
import { ActivitySums } from './activity-sums.js';

/** How old what is shown may be, and how much a crash takes with it, ms. */
const PAUSE_MS = 3_000;
const NOT_WRITTEN = 'activity.not_written';

/** Writes the sums of what was decided, now and then: beside the batches, which never wait for it. */
@Injectable()
export class KeepActivity extends BackgroundLoop implements OnApplicationShutdown {
  constructor(
    @Inject(ActivitySums) private readonly sums: ActivitySums,
    @Inject(MONGO_DB) private readonly db: Db,
    @Inject(LOG) private readonly warnings: Log,
  ) {
    super(warnings, NOT_WRITTEN);
  }

  /** Whole sums, so writing them again counts nothing twice: what fails is written with the next ones. */
  async write(): Promise<void> {
    const changed = this.sums.changed();
    if (changed.documents.length > 0) {
      const replace = changed.documents.map(({ _id, ...replacement }) => ({
        replaceOne: { filter: { _id }, replacement, upsert: true },
      }));
      await this.db.collection<ActivityDocument>(ACTIVITY_COLLECTION).bulkWrite(replace, { ordered: false });
    }
    this.sums.written(changed);
  }

  /** Partitions have been left by then, and MongoDB is still there. */
  async onApplicationShutdown(): Promise<void> {
    try {
      await this.write();
    } catch (error) {
      this.warnings.warn({ err: error }, NOT_WRITTEN);
    }
  }

  protected override async pass(): Promise<number> {
    await this.write();
    return PAUSE_MS;
  }
}
