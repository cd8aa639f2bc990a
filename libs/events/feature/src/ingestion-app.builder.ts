import { type EventMessage, type Topics, topicNames } from '@laurel/contracts';
import { type Clock, WorkspaceClocks, ok } from '@laurel/kernel';
import { ApiKeys, AuthModule, CredentialVerifier } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { KafkaProducer, type OutgoingMessage, RequestReply, TOPICS } from '@laurel/platform-kafka';
import { Metrics } from '@laurel/platform-observability';
import { playerTokenKeyPair } from '@laurel/testing';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { EVENT_INTAKE } from './event-log/event-intake.js';
import { FakeReleasedEventTypes } from './event-types/released-event-types.builder.js';
import { ReleasedEventTypes } from './event-types/released-event-types.js';
import { EventsIngestionModule } from './events.ingestion.module.js';

class NoKeys extends ApiKeys {
  override find(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

/** `server` is a key of `ws_1`; any other token is that of the player of its name, in the same workspace. */
const verifier = {
  verify: (token: string) =>
    Promise.resolve(
      ok(
        token === 'server'
          ? { kind: 'secret_key', workspace: 'ws_1', keyId: 'key_1', permissions: ['events:write'] }
          : { kind: 'player_token', workspace: 'ws_1', playerId: token, permissions: ['events:write'] },
      ),
    ),
};

const nobodyReplies = { start: () => Promise.resolve(), stop: () => Promise.resolve(), releaseAll: () => undefined };

/** The ingestion side of events as an app, with a log and releases that specs look into. */
export class IngestionApp {
  readonly releases = new FakeReleasedEventTypes();
  /** How far the clock of the workspace is ahead, as it is stored and as it is remembered. */
  readonly ahead = { stored: 0, remembered: 0 };
  private readonly messages: OutgoingMessage[] = [];
  private app: NestFastifyApplication | undefined;

  /** @param clock also of what is remembered of releases: it has to move for another one to be seen */
  async start(clock: Clock): Promise<void> {
    const send = (_topic: string, messages: readonly OutgoingMessage[]) =>
      Promise.resolve(ok(messages.map((message) => ({ partition: 3, offset: this.messages.push(message) - 1 }))));
    const clocks: WorkspaceClocks = {
      offsetMs: () => Promise.resolve(this.ahead.remembered),
      latestOffsetMs: () => Promise.resolve(this.ahead.stored),
    };
    @Global()
    @Module({
      providers: [
        { provide: KafkaProducer, useValue: { send } },
        { provide: TOPICS, useFactory: (): Topics => topicNames('laurel.') },
        Metrics,
        { provide: WorkspaceClocks, useValue: clocks },
      ],
      exports: [KafkaProducer, TOPICS, Metrics, WorkspaceClocks],
    })
    class FakeKafkaModule {}
    const module = await Test.createTestingModule({
      imports: [
        FakeKafkaModule,
        AuthModule.forRoot({ playerTokenPublicKey: playerTokenKeyPair().publicKey, keys: NoKeys }),
        EventsIngestionModule.forRoot({
          maxAgeDays: 400,
          playerEventsPerSecond: 100,
          eventTypes: FakeReleasedEventTypes,
        }),
      ],
    })
      .overrideProvider(CredentialVerifier)
      .useValue(verifier)
      .overrideProvider(RequestReply)
      .useValue(nobodyReplies)
      .overrideProvider(ReleasedEventTypes)
      .useValue(this.releases)
      .overrideProvider(EVENT_INTAKE)
      .useValue({ clock, maxAgeMs: Infinity, playerRate: { perSecond: 100, burstSeconds: 10 } })
      .compile();
    this.app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(this.app, { rawBodies: true });
  }

  post(token: string, url: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    if (!this.app) throw new Error('the app was not started');
    return this.app.inject({
      method: 'POST',
      url,
      payload: JSON.stringify(body),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    });
  }

  /** What was written to the log since this was last asked. */
  written(): EventMessage[] {
    return this.messages.splice(0).map(({ value }) => JSON.parse(value) as EventMessage);
  }

  /** Metrics in the text format of Prometheus. */
  metrics(): Promise<string> | undefined {
    return this.app?.get(Metrics).expose();
  }

  async stop(): Promise<void> {
    await this.app?.close();
  }
}
