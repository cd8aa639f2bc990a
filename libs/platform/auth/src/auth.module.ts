import { Module } from '@nestjs/common';
import type { DynamicModule, ModuleMetadata, Provider, Type } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { systemClock } from '@laurel/kernel';
import type { Clock } from '@laurel/kernel';
import { AccessAudit } from './access.audit.js';
import { AccessGuard } from './access.guard.js';
import { ApiKeys } from './api-keys.port.js';
import { CachedApiKeys } from './cached-api-keys.js';
import { CredentialVerifier } from './credential.verifier.js';
import { PlayerTokenVerifier } from './player-token.verifier.js';

export interface AuthOptions {
  /** EC P-256 public key in PEM. */
  readonly playerTokenPublicKey: string;
  /** Modules that `keys` needs. */
  readonly imports?: ModuleMetadata['imports'];
  /** Where secret keys are found; asked through a cache. */
  readonly keys: Type<ApiKeys>;
  /** Default: the system's. */
  readonly clock?: Clock;
}

/** Guards every HTTP route of the app, denying by default, and verifies credentials for the live feed. */
@Module({})
export class AuthModule {
  static forRoot({ playerTokenPublicKey, imports = [], keys, clock = systemClock }: AuthOptions): DynamicModule {
    const providers: Provider[] = [
      keys,
      {
        provide: CredentialVerifier,
        useFactory: (store: ApiKeys) =>
          new CredentialVerifier(new CachedApiKeys(store, clock), new PlayerTokenVerifier(playerTokenPublicKey, clock)),
        inject: [keys],
      },
      AccessAudit,
      { provide: APP_GUARD, useClass: AccessGuard },
    ];
    return {
      module: AuthModule,
      global: true,
      imports: [DiscoveryModule, ...imports],
      providers,
      exports: [CredentialVerifier],
    };
  }
}
