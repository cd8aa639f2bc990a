import { HealthChecks } from '@laurel/platform-health';
import { MONGO_DB, mongoAnswers } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';

/**
 * Ready means: players and events can be read. Without Redis, leaderboards answer `warming`; without Kafka, the live feed
 * polls: neither makes it better to ask another instance.
 */
@Injectable()
export class Readiness {
  constructor(health: HealthChecks, @Inject(MONGO_DB) db: Db) {
    health.register('mongo', () => mongoAnswers(db));
  }
}
