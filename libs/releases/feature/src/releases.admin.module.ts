import { systemClock } from '@laurel/kernel';
import { RESOURCE_KINDS } from '@laurel/releases-domain';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { MongoReleaseStore } from './adapters/release-store.mongo.js';
import { AnnounceReleasesHandler } from './announce-releases/announce-releases.handler.js';
import { AnnounceReleasesLoop } from './announce-releases/announce-releases.loop.js';
import { CLOCK } from './clock.js';
import { MongoDraftStore } from './adapters/draft-store.mongo.js';
import { DraftReader } from './draft/draft.reader.js';
import { DraftStore } from './draft/draft-store.port.js';
import { EditDraftHandler } from './draft/edit-draft.handler.js';
import { EditResourceHandler } from './edit-resource/edit-resource.handler.js';
import { resourceController } from './edit-resource/resource.controller.js';
import { EditDraftController } from './edit-draft/edit-draft.controller.js';
import { EditWindowController } from './edit-window/edit-window.controller.js';
import { EditWindowHandler } from './edit-window/edit-window.handler.js';
import { DryRunController } from './dry-run/dry-run.controller.js';
import { DryRunHandler } from './dry-run/dry-run.handler.js';
import { DRY_RUN_SETTINGS, type DryRunSettings, DryRuns } from './dry-run/dry-runs.port.js';
import { ProgramToTryReader } from './dry-run/program-to-try.reader.js';
import { DiffDraftController } from './diff-releases/diff-draft.controller.js';
import { DiffReleasesHandler } from './diff-releases/diff-releases.handler.js';
import { ValidateDraftController } from './validate-draft/validate-draft.controller.js';
import { PreviewWindowsController } from './preview-windows/preview-windows.controller.js';
import { ListResourcesHandler } from './list-resources/list-resources.handler.js';
import { MongoBackfillStore } from './adapters/backfill-store.mongo.js';
import { BackfillPlayersHandler } from './backfill-players/backfill-players.handler.js';
import { BackfillPlayersLoop } from './backfill-players/backfill-players.loop.js';
import { BackfillStore } from './backfill-players/backfill-store.port.js';
import { GetBackfillController } from './get-backfill/get-backfill.controller.js';
import { GetReleaseController } from './get-release/get-release.controller.js';
import { ListReleasesController } from './list-releases/list-releases.controller.js';
import { ListReleasesHandler } from './list-releases/list-releases.handler.js';
import { ProgramSchemaController } from './program-schema/program-schema.controller.js';
import { PublishReleaseController } from './publish-release/publish-release.controller.js';
import { PublishReleaseHandler } from './publish-release/publish-release.handler.js';
import { PublishDraftHandler } from './publish-release/publish-draft.handler.js';
import { ArchiveReleaseController } from './archive-release/archive-release.controller.js';
import { ArchiveReleaseHandler } from './archive-release/archive-release.handler.js';
import { DiffReleasesController } from './diff-releases/diff-releases.controller.js';
import { RollBackReleaseController } from './roll-back-release/roll-back-release.controller.js';
import { RollBackReleaseHandler } from './roll-back-release/roll-back-release.handler.js';
import { TenantEnvironments } from './promote-release/environments.port.js';
import { PromoteReleaseController } from './promote-release/promote-release.controller.js';
import { PromoteReleaseHandler } from './promote-release/promote-release.handler.js';
import { ReleaseStore } from './release-store.port.js';
import { RuleCatalogController } from './rule-catalog/rule-catalog.controller.js';

export interface ReleasesAdminOptions {
  /** Knows which workspaces belong to one tenant. */
  readonly environments: Type<TenantEnvironments>;
  /** Knows what programs lead to. */
  readonly dryRuns: Type<DryRuns>;
  readonly dryRunSettings: DryRunSettings;
}

/** What the admin gateway hosts of releases. Needs `KafkaModule`, `MongoModule` and `ObservabilityModule`. */
@Module({
  controllers: [
    PublishReleaseController,
    ListReleasesController,
    GetReleaseController,
    GetBackfillController,
    DiffReleasesController,
    RollBackReleaseController,
    ArchiveReleaseController,
    PromoteReleaseController,
    RuleCatalogController,
    ProgramSchemaController,
    EditDraftController,
    DiffDraftController,
    ValidateDraftController,
    PreviewWindowsController,
    DryRunController,
    EditWindowController,
    ...RESOURCE_KINDS.map(resourceController),
  ],
  providers: [
    PromoteReleaseHandler,
    { provide: CLOCK, useValue: systemClock },
    { provide: ReleaseStore, useClass: MongoReleaseStore },
    { provide: DraftStore, useClass: MongoDraftStore },
    DraftReader,
    EditDraftHandler,
    DiffReleasesHandler,
    EditResourceHandler,
    ListResourcesHandler,
    ProgramToTryReader,
    DryRunHandler,
    AnnounceReleasesHandler,
    AnnounceReleasesLoop,
    { provide: BackfillStore, useClass: MongoBackfillStore },
    BackfillPlayersHandler,
    BackfillPlayersLoop,
    PublishReleaseHandler,
    PublishDraftHandler,
    RollBackReleaseHandler,
    ArchiveReleaseHandler,
    EditWindowHandler,
    ListReleasesHandler,
  ],
})
export class ReleasesAdminModule {
  static forRoot({ environments, dryRuns, dryRunSettings }: ReleasesAdminOptions): DynamicModule {
    return {
      module: ReleasesAdminModule,
      providers: [
        { provide: TenantEnvironments, useClass: environments },
        { provide: DryRuns, useClass: dryRuns },
        { provide: DRY_RUN_SETTINGS, useValue: dryRunSettings },
      ],
    };
  }
}
