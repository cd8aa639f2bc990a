import { systemClock } from '@laurel/kernel';
import { Module } from '@nestjs/common';
import { MongoReleaseStore } from './adapters/release-store.mongo.js';
import { AnnounceReleasesHandler } from './announce-releases/announce-releases.handler.js';
import { AnnounceReleasesLoop } from './announce-releases/announce-releases.loop.js';
import { CLOCK } from './clock.js';
import { GetReleaseController } from './get-release/get-release.controller.js';
import { ListReleasesController } from './list-releases/list-releases.controller.js';
import { ListReleasesHandler } from './list-releases/list-releases.handler.js';
import { PublishReleaseController } from './publish-release/publish-release.controller.js';
import { PublishReleaseHandler } from './publish-release/publish-release.handler.js';
import { ReleaseStore } from './release-store.port.js';
import { RuleCatalogController } from './rule-catalog/rule-catalog.controller.js';

/** What the admin gateway hosts of releases. Needs `KafkaModule`, `MongoModule` and `ObservabilityModule`. */
@Module({
  controllers: [PublishReleaseController, ListReleasesController, GetReleaseController, RuleCatalogController],
  providers: [
    { provide: CLOCK, useValue: systemClock },
    { provide: ReleaseStore, useClass: MongoReleaseStore },
    AnnounceReleasesHandler,
    AnnounceReleasesLoop,
    PublishReleaseHandler,
    ListReleasesHandler,
  ],
})
export class ReleasesAdminModule {}
