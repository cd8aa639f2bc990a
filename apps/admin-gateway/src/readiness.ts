import { HealthChecks } from '@laurel/platform-health';
import { MONGO_DB, mongoAnswers } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';

/** Ready means: MongoDB can be reached. Kafka may be away: releases are then stored, and announced later. */
@Injectable()
export class Readiness {
  constructor(health: HealthChecks, @Inject(MONGO_DB) db: Db) {
    health.register('mongo', () => mongoAnswers(db));
  }
}
