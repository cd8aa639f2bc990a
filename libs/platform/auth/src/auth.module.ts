import { Module } from '@nestjs/common';
import type { DynamicModule, ModuleMetadata, Provider, Type } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { systemClock } from '@laurel/kernel';
import type { Clock } from '@laurel/kernel';
import { IdempotencyInterceptor, IdempotencyStore, IdempotentCallers, type Reach } from '@laurel/platform-http';
import { AccessAudit } from './access.audit.js';
import { AccessGuard } from './access.guard.js';
import { ApiKeys } from './api-keys.port.js';
import { AuditLog } from './audit/audit-log.port.js';
import { AuditInterceptor } from './audit/audit.interceptor.js';
import { CachedApiKeys } from './cached-api-keys.js';
import { CredentialCallers } from './credential-callers.js';
import { CredentialVerifier } from './credential.verifier.js';
import { ForeignTokenVerifier } from './identity/foreign-token.verifier.js';
import { IdentityProviders } from './identity/identity-provider.js';
import { KeyUses } from './key-uses.port.js';
import { LimitsController } from './limits/limits.controller.js';
import { type LimitsOptions, limitsProviders } from './limits/limits.providers.js';
import { RateLimiter } from './limits/rate-limiter.js';
import { Proofs } from './proof.js';
import { PlayerTokenVerifier } from './player-token.verifier.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionVerifier } from './sessions/session.verifier.js';
import { Sessions } from './sessions/sessions.port.js';
import { type TicketOptions, ticketProviders } from './tickets/tickets.providers.js';
import { Tickets } from './tickets/tickets.js';

export interface AuthOptions {
  /** EC P-256 public key in PEM. */
  readonly playerTokenPublicKey: string;
  /** Modules that `keys` needs. */
  readonly imports?: ModuleMetadata['imports'];
  /** Where keys are found; asked through a cache. */
  readonly keys: Type<ApiKeys>;
  /** Where it is kept when keys were last used. Default: nowhere. */
  readonly keyUses?: Type<KeyUses>;
  /** Where audited writes are kept. Default: nowhere. */
  readonly audit?: Type<AuditLog>;
  /** Where the first answers of idempotency keys are kept. Default: nowhere, and such keys have no effect. */
  readonly idempotency?: Type<IdempotencyStore>;
  /** Where operators' sessions are found, and whether their cookie is for HTTPS alone. Default: operators can't call this app. */
  readonly sessions?: { readonly store: Type<Sessions>; readonly isSecure: boolean };
  /** How much callers may do; needs `RedisModule`. Default: as much as they like. */
  readonly limits?: LimitsOptions;
  /** Where tickets for the live feed are kept; needs `RedisModule`. Default: nowhere, and there are none. */
  readonly tickets?: TicketOptions;
  /** Where it is found who else signs player tokens, and where their keys may be. Default: nobody else does. */
  readonly identityProviders?: { readonly store: Type<IdentityProviders>; readonly reach: Reach };
  /** Default: the system's. */
  readonly clock?: Clock;
}

const ONCE: readonly Provider[] = [
  { provide: IdempotentCallers, useClass: CredentialCallers },
  { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
];
const AUDITING: Provider = { provide: APP_INTERCEPTOR, useClass: AuditInterceptor };

/** Guards every HTTP route of the app, denying by default, and verifies credentials for the live feed. */
@Module({})
export class AuthModule {
  static forRoot(options: AuthOptions): DynamicModule {
    const {
      playerTokenPublicKey,
      imports = [],
      keys,
      keyUses,
      audit,
      idempotency,
      sessions,
      limits,
      tickets,
      identityProviders,
      clock = systemClock,
    } = options;
    const providers: Provider[] = [
      keys,
      ...(keyUses ? [{ provide: KeyUses, useClass: keyUses }] : []),
      {
        provide: CredentialVerifier,
        useFactory: (store: ApiKeys, uses?: KeyUses, providers?: IdentityProviders) => {
          const tokens = new PlayerTokenVerifier(playerTokenPublicKey, clock);
          const foreign =
            providers && identityProviders && new ForeignTokenVerifier(providers, identityProviders.reach, clock);
          return new CredentialVerifier(new CachedApiKeys(store, clock), tokens, clock, uses, foreign);
        },
        inject: [keys, { token: KeyUses, optional: true }, { token: IdentityProviders, optional: true }],
      },
      ...(identityProviders ? [{ provide: IdentityProviders, useClass: identityProviders.store }] : []),
      ...(sessions ? sessionProviders(sessions, clock) : []),
      Proofs,
      ...(tickets ? ticketProviders(tickets, clock) : []),
      AccessAudit,
      ...(limits ? limitsProviders(limits, clock) : []),
      { provide: APP_GUARD, useClass: AccessGuard },
      // Before the audit log: what is answered again was recorded when it was done.
      ...(idempotency ? [{ provide: IdempotencyStore, useClass: idempotency }, ...ONCE] : []),
      ...(audit ? [{ provide: AuditLog, useClass: audit }, AUDITING] : []),
    ];
    return {
      module: AuthModule,
      global: true,
      imports: [DiscoveryModule, ...imports],
      controllers: limits ? [LimitsController] : [],
      providers,
      exports: [
        CredentialVerifier,
        Proofs,
        ...(tickets ? [Tickets] : []),
        ...(sessions ? [SessionCookie] : []),
        ...(audit ? [AuditLog] : []),
        ...(limits ? [RateLimiter] : []),
      ],
    };
  }
}

const sessionProviders = (
  { store, isSecure }: NonNullable<AuthOptions['sessions']>,
  clock: Clock,
): readonly Provider[] => [
  { provide: Sessions, useClass: store },
  { provide: SessionCookie, useFactory: () => new SessionCookie(isSecure) },
  {
    provide: SessionVerifier,
    useFactory: (found: Sessions, cookie: SessionCookie) => new SessionVerifier(found, cookie, clock),
    inject: [Sessions, SessionCookie],
  },
];
