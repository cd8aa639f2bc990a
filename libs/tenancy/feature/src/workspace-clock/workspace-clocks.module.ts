import { WorkspaceClocks, systemClock } from '@laurel/kernel';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Global, Module } from '@nestjs/common';
import type { Db } from 'mongodb';
import { RecentWorkspaceClocks } from './recent-workspace-clocks.js';
import { MongoWorkspaceClockStore } from './workspace-clock.store.mongo.js';

/** Binds `WorkspaceClocks` for all that an app hosts. Needs `MongoModule`. */
@Global()
@Module({
  providers: [
    {
      provide: WorkspaceClocks,
      inject: [MONGO_DB],
      useFactory: (db: Db) => new RecentWorkspaceClocks(new MongoWorkspaceClockStore(db), systemClock),
    },
  ],
  exports: [WorkspaceClocks],
})
export class WorkspaceClocksModule {}
