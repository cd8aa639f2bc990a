import { type DynamicModule, Module } from '@nestjs/common';
import { systemClock } from '@laurel/kernel';
import { PlayerTokenSigner } from '@laurel/platform-auth';
import type { Reach } from '@laurel/platform-http';
import { MongoAuditLog } from './adapters/audit-log.mongo.js';
import { MongoKeyStore } from './adapters/key-store.mongo.js';
import { CLOCK } from './clock.js';
import { CreateKeyController } from './create-key/create-key.controller.js';
import { CreateKeyHandler } from './create-key/create-key.handler.js';
import { GetKeyController } from './get-key/get-key.controller.js';
import { IdentityProviderController } from './identity-provider/identity-provider.controller.js';
import { MongoIdentityProviderStore } from './identity-provider/identity-providers.mongo.js';
import { JWKS_REACH, PutIdentityProviderHandler } from './identity-provider/put-identity-provider.handler.js';
import { ListAuditController } from './list-audit/list-audit.controller.js';
import { ListKeysController } from './list-keys/list-keys.controller.js';
import { MintPlayerTokenController } from './mint-player-token/mint-player-token.controller.js';
import { RenameKeyController } from './rename-key/rename-key.controller.js';
import { RevokeKeyController } from './revoke-key/revoke-key.controller.js';
import { RevokeKeyHandler } from './revoke-key/revoke-key.handler.js';
import { RollKeyController } from './roll-key/roll-key.controller.js';
import { RollKeyHandler } from './roll-key/roll-key.handler.js';
import { AnnounceClocksHandler } from './workspace-clock/announce-clocks.handler.js';
import { AnnounceClocksLoop } from './workspace-clock/announce-clocks.loop.js';
import { MoveClockHandler } from './workspace-clock/move-clock.handler.js';
import { WorkspaceClockController } from './workspace-clock/workspace-clock.controller.js';
import { MongoWorkspaceClockStore } from './workspace-clock/workspace-clock.store.mongo.js';

/** What the admin gateway hosts of tenancy. Needs `KafkaModule`, `MongoModule` and `ObservabilityModule`. */
@Module({})
export class TenancyAdminModule {
  /**
   * @param options.playerTokenPrivateKey EC P-256 in PEM
   * @param options.jwksReach where the keys of identity providers may be
   */
  static forRoot(options: { readonly playerTokenPrivateKey: string; readonly jwksReach: Reach }): DynamicModule {
    return {
      module: TenancyAdminModule,
      controllers: [
        CreateKeyController,
        ListKeysController,
        GetKeyController,
        RenameKeyController,
        RollKeyController,
        RevokeKeyController,
        MintPlayerTokenController,
        ListAuditController,
        IdentityProviderController,
        WorkspaceClockController,
      ],
      providers: [
        { provide: CLOCK, useValue: systemClock },
        {
          provide: PlayerTokenSigner,
          useFactory: () => new PlayerTokenSigner(options.playerTokenPrivateKey, systemClock),
        },
        MongoKeyStore,
        MongoAuditLog,
        CreateKeyHandler,
        RollKeyHandler,
        RevokeKeyHandler,
        { provide: JWKS_REACH, useValue: options.jwksReach },
        MongoIdentityProviderStore,
        PutIdentityProviderHandler,
        MongoWorkspaceClockStore,
        AnnounceClocksHandler,
        AnnounceClocksLoop,
        MoveClockHandler,
      ],
    };
  }
}
