import { type EventReply, type Topics, topicNames } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { ApiKeys, AuthModule, CredentialVerifier, authErrors } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import {
  KafkaProducer,
  type Receipt,
  type Request,
  RequestReply,
  type Requested,
  TOPICS,
  kafkaErrors,
} from '@laurel/platform-kafka';
import { Metrics } from '@laurel/platform-observability';
import { playerTokenKeyPair } from '@laurel/testing';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { FakeReleasedEventTypes } from '../event-types/released-event-types.builder.js';
import { EventsIngestionModule } from '../events.ingestion.module.js';
import { anEventRecord } from '../get-event/event-record.builder.js';

class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

/** The token says what it may do: `writer` only write, `server` read as well. */
const verifier = {
  verify: async (token: string) =>
    token === 'writer' || token === 'server'
      ? ok({
          kind: 'secret_key',
          workspace: 'ws_1',
          keyId: 'key_1',
          permissions: token === 'server' ? ['events:write', 'events:read'] : ['events:write'],
        })
      : err(authErrors.invalidCredential('Unknown.')),
};

const RECEIPT: Receipt = { partition: 3, offset: 77 };

/** Answers what it was told to, and keeps what it was asked. */
class FakeRequests {
  readonly asked: { readonly request: Request; readonly waitMs: number }[] = [];
  reply: EventReply | undefined;
  listening = true;
  down = false;

  start(): Promise<void> {
    return Promise.resolve();
  }
  stop(): Promise<void> {
    return Promise.resolve();
  }
  releaseAll(): void {
    this.listening = false;
  }
  isListening(): boolean {
    return this.listening;
  }
  request(request: Request, waitMs: number): Promise<Result<Requested<EventReply>, DomainError>> {
    this.asked.push({ request, waitMs });
    if (this.down) return Promise.resolve(err(kafkaErrors.unavailable('No broker answers.')));
    return Promise.resolve(ok({ receipt: RECEIPT, reply: this.reply }));
  }
}

const producer = { send: () => Promise.resolve(ok([RECEIPT])) };

@Global()
@Module({
  providers: [
    { provide: KafkaProducer, useValue: producer },
    { provide: TOPICS, useFactory: (): Topics => topicNames('laurel.') },
    Metrics,
  ],
  exports: [KafkaProducer, TOPICS, Metrics],
})
class FakeKafkaModule {}

describe('POST /v1/events with Prefer: wait', () => {
  let app: NestFastifyApplication;
  let requests: FakeRequests;

  beforeEach(async () => {
    requests = new FakeRequests();
    const { publicKey } = playerTokenKeyPair();
    const module = await Test.createTestingModule({
      imports: [
        FakeKafkaModule,
        AuthModule.forRoot({ playerTokenPublicKey: publicKey, keys: NoKeys }),
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
      .useValue(requests)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app, { rawBodies: true });
  });
  afterEach(() => app.close());

  const post = (headers: Record<string, string>, event: object = {}, token = 'server') =>
    app.inject({
      method: 'POST',
      url: '/v1/events',
      payload: JSON.stringify({ eventId: 'match-1', type: 'match_played', playerId: 'arsenal', ...event }),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    });
  const replied = (fields: Partial<EventReply> = {}): EventReply => ({
    status: 'processed',
    record: anEventRecord({
      eventId: 'match-1',
      effects: [
        { kind: 'record', rule: 'win', stat: 'points', amount: 1, value: 1 },
        { kind: 'record', rule: 'goals', stat: 'points', amount: 2, value: 3 },
        { kind: 'award', rule: 'win', currency: 'coins', amount: 25, balance: 75 },
      ],
    }),
    ranks: [{ board: 'premier-league@1', window: '2014-15', before: 2, after: 1 }],
    ...fields,
  });

  it('answers 200 with the outcome: totals as they are at last, boards by their key', async () => {
    requests.reply = replied();
    const answer = await post({ prefer: 'wait=2' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['preference-applied']).toBe('wait=2');
    expect(answer.json()).toMatchObject({
      eventId: 'match-1',
      status: 'processed',
      release: 1,
      rules: [{ rule: 'win', matched: true }, { rule: 'draw' }],
      balances: { coins: 75 },
      stats: { points: 3 },
      ranks: [{ board: 'premier-league', window: '2014-15', before: 2, after: 1 }],
      decidedAt: '2014-08-16T18:30:01.000Z',
      receipt: RECEIPT,
    });
  });

  it('asks for the event under its player, for as long as was asked', async () => {
    await post({ prefer: 'wait=2' });
    expect(requests.asked).toEqual([
      {
        waitMs: 2_000,
        request: {
          topic: 'laurel.events',
          key: 'ws_1|arsenal',
          message: expect.objectContaining({ kind: 'event', workspace: 'ws_1', eventId: 'match-1' }),
        },
      },
    ]);
  });

  it('answers 202 as without when nothing came in time', async () => {
    const answer = await post({ prefer: 'wait=2' });
    expect(answer.statusCode).toBe(202);
    expect(answer.headers['preference-applied']).toBe('wait=2');
    expect(answer.json()).toEqual({ eventId: 'match-1', status: 'accepted', receipt: RECEIPT });
  });

  it('says what a duplicate repeats, under its own receipt', async () => {
    requests.reply = replied({ status: 'duplicate', ranks: [] });
    expect((await post({ prefer: 'wait=2' })).json()).toMatchObject({
      status: 'duplicate',
      balances: { coins: 75 },
      ranks: [],
      receipt: RECEIPT,
    });
  });

  it('says that ranks can’t be told', async () => {
    const unknown = { board: 'premier-league@1', window: 'all', before: null, after: null, warming: true as const };
    requests.reply = replied({ ranks: [unknown] });
    expect((await post({ prefer: 'wait=2' })).json()).toMatchObject({
      ranks: [{ ...unknown, board: 'premier-league' }],
    });
  });

  it.each(['wait=0', 'wait=11', 'wait=2.5', 'wait', 'respond-async', 'wait=11, wait=2'])(
    'takes the event and ignores %j',
    async (prefer) => {
      const answer = await post({ prefer });
      expect(answer.statusCode).toBe(202);
      expect(answer.headers['preference-applied']).toBeUndefined();
      expect(requests.asked).toEqual([]);
    },
  );

  it('does not wait while replies can’t be heard', async () => {
    requests.listening = false;
    const answer = await post({ prefer: 'wait=2' });
    expect(answer.statusCode).toBe(202);
    expect(answer.headers['preference-applied']).toBeUndefined();
  });

  it('tells no outcome to a key that may not read events', async () => {
    requests.reply = replied();
    const answer = await post({ prefer: 'wait=2' }, {}, 'writer');
    expect(answer.statusCode).toBe(202);
    expect(requests.asked).toEqual([]);
  });

  it('refuses a bad event, and one that names a reply address itself', async () => {
    expect((await post({ prefer: 'wait=2' }, { type: '' })).statusCode).toBe(422);
    expect((await post({ prefer: 'wait=2' }, { replyTo: { instance: 'i', correlation: 'c' } })).json()).toMatchObject({
      status: 422,
      errors: [{ path: '/replyTo', rule: 'unknown' }],
    });
    expect(requests.asked).toEqual([]);
  });

  it('lets go who waits when the process stops', async () => {
    expect(requests.listening).toBe(true);
    await app.close();
    expect(requests.listening).toBe(false);
  });

  it('answers 503 when the log can’t be written', async () => {
    requests.down = true;
    expect((await post({ prefer: 'wait=2' })).json()).toMatchObject({ status: 503, code: 'kafka.unavailable' });
  });
});
