import { Global, Injectable, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import {
  ApiKeys,
  AuthModule,
  type Credential,
  CredentialVerifier,
  type StoredSession,
  Sessions,
  TicketStore,
  authErrors,
  reachesBoard,
  sessionIdOf,
} from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { LOG, Metrics } from '@laurel/platform-observability';
import { playerTokenKeyPair, silentLog } from '@laurel/testing';
import { encodeFrame } from './encode-frame.js';
import type { IncomingFrame } from './frame-reader.js';
import type { LiveLimits } from './live-limits.js';
import { type LiveOutlet, type LiveRequest, type LiveSubscription, LiveTopics } from './live-topics.js';
import { LiveModule, type LiveOptions } from './live.module.js';
import type { Joining } from './watched-run.js';

const KEY: Credential = { kind: 'secret_key', workspace: 'ws_1', keyId: 'key_1', permissions: ['boards:read'] };
const PLAYER: Credential = { kind: 'player_token', workspace: 'ws_1', playerId: 'a', permissions: ['boards:read'] };

/** What each token stands for. */
const CREDENTIALS: Readonly<Record<string, Credential>> = {
  key: KEY,
  'key-of-nothing': { ...KEY, permissions: [] },
  'key-of-others': { ...KEY, workspace: 'ws_2', keyId: 'key_2' },
  'player-a': PLAYER,
  'player-a-newer': { ...PLAYER },
  'player-a-one-board': { ...PLAYER, boards: ['cup'] },
  'player-b': { ...PLAYER, playerId: 'b' },
};

export class FakeVerifier {
  readonly expired = new Set<string>();
  /** Tokens that stand for another credential by now. */
  readonly changed = new Map<string, string>();
  /** Answers wait for it. */
  gate: Promise<void> = Promise.resolve();
  asked = 0;

  async verify(token: string): Promise<Result<Credential, DomainError>> {
    this.asked += 1;
    await this.gate;
    if (this.expired.has(token)) return err(authErrors.expiredToken('It is over.'));
    const credential = CREDENTIALS[this.changed.get(token) ?? token];
    return credential ? ok(credential) : err(authErrors.invalidCredential('Unknown.'));
  }
}

/** Answers with the workspace it was asked for; a test reaches every outlet. */
export class FakeTopic {
  readonly name: string = 'test';
  readonly permission = 'boards:read';
  readonly authorize = reachesBoard;
  readonly outlets = new Map<string, LiveOutlet>();
  readonly frames: IncomingFrame[] = [];
  readonly joinings: Joining[] = [];
  readonly closed: string[] = [];
  private topics: LiveTopics | undefined;

  register(topics: LiveTopics): void {
    this.topics = topics;
    topics.register(this);
  }

  /** Answers to other names as well. */
  serve(...names: readonly string[]): void {
    for (const name of names) this.topics?.register(Object.assign(Object.create(this) as this, { name }));
  }

  async subscribe(request: LiveRequest): Promise<Result<LiveSubscription, DomainError>> {
    const { workspace, key, frame, outlet, joining } = request;
    if (key === 'broken') throw new Error('a bug');
    this.frames.push(frame);
    this.joinings.push(joining);
    this.outlets.set(key, outlet);
    outlet.send(encodeFrame({ type: 'unsubscribed', subscription: `${workspace} ${key}`, id: frame.id ?? '' }));
    return ok({ id: `test:${key}`, close: () => this.closed.push(key) });
  }
}

/** Keeps tickets for as long as it lives; also shows what a thief of the store would see. */
export class FakeTicketStore extends TicketStore {
  readonly kept = new Map<string, string>();

  override async keep(id: string, sealed: string): Promise<void> {
    this.kept.set(id, sealed);
  }

  override async take(id: string): Promise<string | undefined> {
    const sealed = this.kept.get(id);
    this.kept.delete(id);
    return sealed;
  }
}

/** The token in the cookie of the one operator who is signed in. */
export const SESSION_TOKEN = 's'.repeat(43);

export class FakeSessions extends Sessions {
  readonly session = {
    workspace: 'ws_1',
    operatorId: 'op_1',
    permissions: ['boards:read'] as const,
    lastSeenAt: Date.now(),
    endsAt: Date.now() + 3_600_000,
  };
  noted = 0;

  override async find(sessionId: string): Promise<StoredSession | undefined> {
    return sessionId === sessionIdOf(SESSION_TOKEN) ? this.session : undefined;
  }

  override async note(): Promise<void> {
    this.noted += 1;
  }
}

@Injectable()
class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

@Global()
@Module({ providers: [Metrics, { provide: LOG, useValue: silentLog }], exports: [Metrics, LOG] })
class Surroundings {}

const LIMITS: Partial<LiveLimits> = { authTimeoutMs: 300, recheckMs: 50, checkMs: 50, subscriptions: 3, closeMs: 300 };

/** An application that serves the live feed, with a topic and tokens of its own. */
export class LiveFeed {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly verifier: FakeVerifier,
    readonly topic: FakeTopic,
    readonly tickets: FakeTicketStore,
    readonly sessions: FakeSessions,
  ) {}

  static async start({ limits, origins }: LiveOptions = {}): Promise<LiveFeed> {
    const [verifier, topic] = [new FakeVerifier(), new FakeTopic()];
    const [tickets, sessions] = [new FakeTicketStore(), new FakeSessions()];
    const live = LiveModule.forRoot({ limits: { ...LIMITS, ...limits }, ...(origins ? { origins } : {}) });
    const auth = AuthModule.forRoot({
      playerTokenPublicKey: playerTokenKeyPair().publicKey,
      keys: NoKeys,
      tickets: { redisKeyPrefix: '' },
      sessions: { store: FakeSessions, isSecure: false },
    });
    const module = await Test.createTestingModule({ imports: [Surroundings, auth, live] })
      .overrideProvider(CredentialVerifier)
      .useValue(verifier)
      .overrideProvider(TicketStore)
      .useValue(tickets)
      .overrideProvider(Sessions)
      .useValue(sessions)
      .compile();
    const app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    topic.register(app.get(LiveTopics));
    await configureHttpApp(app, { cors: true, ...(origins ? { corsOrigins: origins } : {}) });
    await app.listen(0, '127.0.0.1');
    return new LiveFeed(app, await app.getUrl(), verifier, topic, tickets, sessions);
  }

  /** Whether the metrics have this line. */
  async shows(line: string): Promise<boolean> {
    return (await this.app.get(Metrics).expose()).split('\n').includes(line);
  }
}
