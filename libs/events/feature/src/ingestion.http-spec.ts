import { playerTokenKeyPair } from '@laurel/testing';
import { gzipSync } from 'node:zlib';
import { type Topics, topicNames } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { ApiKeys, AuthModule, type StoredKey, hashSecret, readSecretKey, writeSecretKey } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import {
  KafkaProducer,
  type OutgoingMessage,
  type Receipt,
  RequestReply,
  TOPICS,
  kafkaErrors,
} from '@laurel/platform-kafka';
import { Metrics } from '@laurel/platform-observability';
import { Global, Injectable, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { EVENT_INTAKE } from './event-log/event-intake.js';
import { FakeReleasedEventTypes } from './event-types/released-event-types.builder.js';
import { EventsIngestionModule } from './events.ingestion.module.js';

const KEY_ID = 'key_0193d3a5-7a3c-7000-8000-0123456789ab';
const SECRET_KEY = writeSecretKey('test', KEY_ID, new Uint8Array(32).fill(7));
const MAX_BODY_BYTES = 1_048_576;
const DAY_MS = 86_400_000;

@Injectable()
class FakeKeys implements ApiKeys {
  find(keyId: string): Promise<StoredKey> {
    const secretHash = hashSecret(readSecretKey(SECRET_KEY)?.secret ?? '');
    return Promise.resolve({ keyId, workspace: 'ws_1', secretHash, permissions: ['events:write'] });
  }
}

/** Takes everything, or nothing while `down`. */
class FakeProducer {
  readonly messages: OutgoingMessage[] = [];
  down = false;

  send(_topic: string, messages: readonly OutgoingMessage[]): Promise<Result<Receipt[], DomainError>> {
    if (this.down) return Promise.resolve(err(kafkaErrors.unavailable('No broker answers.', { retryAfterSeconds: 2 })));
    const receipts = messages.map((message) => ({ partition: 3, offset: this.messages.push(message) - 1 }));
    return Promise.resolve(ok(receipts));
  }
}

const producer = new FakeProducer();

/** The system's, until a test stops it. */
const clock = { stoppedAt: undefined as number | undefined, now: () => clock.stoppedAt ?? Date.now() };
const nobodyReplies = { start: () => Promise.resolve(), stop: () => Promise.resolve(), releaseAll: () => undefined };

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

const { publicKey } = playerTokenKeyPair();

describe('ingestion', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const module = await Test.createTestingModule({
      imports: [
        FakeKafkaModule,
        AuthModule.forRoot({ playerTokenPublicKey: publicKey, keys: FakeKeys }),
        EventsIngestionModule.forRoot({
          maxAgeDays: 400,
          playerEventsPerSecond: 100,
          eventTypes: FakeReleasedEventTypes,
        }),
      ],
    })
      .overrideProvider(RequestReply)
      .useValue(nobodyReplies)
      .overrideProvider(EVENT_INTAKE)
      .useValue({ clock, maxAgeMs: 400 * DAY_MS, playerRate: { perSecond: 100, burstSeconds: 10 } })
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app, { rawBodies: true });
  });
  beforeEach(() => {
    producer.messages.splice(0);
    producer.down = false;
    clock.stoppedAt = undefined;
  });
  afterAll(() => app.close());

  const post = (url: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url,
      payload,
      headers: { authorization: `Bearer ${SECRET_KEY}`, 'content-type': 'application/json', ...headers },
    });
  const ndjson = { 'content-type': 'application/x-ndjson' };
  const gzip = { 'content-encoding': 'gzip' };
  const event = (fields: object = {}): object => ({ type: 'match_played', playerId: 'ann', ...fields });
  const written = (): unknown[] => producer.messages.map(({ value }): unknown => JSON.parse(value));

  describe('of one event', () => {
    it('answers 202 with the id and where the log has it', async () => {
      const answer = await post('/v1/events', JSON.stringify(event({ eventId: 'e1' })));
      expect(answer.statusCode).toBe(202);
      expect(answer.json()).toEqual({ eventId: 'e1', status: 'accepted', receipt: { partition: 3, offset: 0 } });
    });

    it('writes the event under its workspace and player', async () => {
      const occurredAt = new Date().toISOString();
      await post('/v1/events', JSON.stringify(event({ eventId: 'e1', occurredAt, properties: { goals: 2 } })));
      expect(producer.messages[0]?.key).toBe('ws_1|ann');
      expect(written()).toEqual([
        {
          v: 1,
          kind: 'event',
          workspace: 'ws_1',
          eventId: 'e1',
          type: 'match_played',
          playerId: 'ann',
          occurredAt: Date.parse(occurredAt),
          sentOccurredAt: occurredAt,
          receivedAt: expect.any(Number),
          properties: { goals: 2 },
        },
      ]);
    });

    it('mints an id where none is sent', async () => {
      const answer = await post('/v1/events', JSON.stringify(event()));
      expect(answer.json().eventId).toMatch(/^evt_[0-9a-f-]{36}$/);
    });

    it('takes the id from the Idempotency-Key header', async () => {
      const answer = await post('/v1/events', JSON.stringify(event()), { 'idempotency-key': 'once' });
      expect(answer.json().eventId).toBe('once');
    });

    it('inflates gzip', async () => {
      expect((await post('/v1/events', gzipSync(JSON.stringify(event())), gzip)).statusCode).toBe(202);
    });

    it.each<[string, string | Buffer, Record<string, string>, number, string]>([
      ['is empty', '', {}, 400, 'events.malformed'],
      ['is no JSON', '{"type":', {}, 400, 'events.malformed'],
      ['is no UTF-8', Buffer.from('7b22ff227d', 'hex'), {}, 400, 'events.malformed'],
      ['claims to be gzip', JSON.stringify(event()), gzip, 400, 'events.malformed'],
      ['is gzip cut short', gzipSync(JSON.stringify(event())).subarray(0, 20), gzip, 400, 'events.malformed'],
      ['is nested without end', `${'['.repeat(500_000)}${']'.repeat(500_000)}`, {}, 422, 'events.invalid'],
      [
        'has properties nested without end',
        `{"type":"a","playerId":"b","properties":{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}}`,
        {},
        422,
        'events.invalid',
      ],
      ['is a list', '[]', {}, 422, 'events.invalid'],
      ['has an unknown field', JSON.stringify(event({ workspace: 'ws_2' })), {}, 422, 'events.invalid'],
      [
        'has a control character in its header id',
        JSON.stringify(event()),
        { 'idempotency-key': 'a\tb' },
        422,
        'events.invalid',
      ],
      ['has two ids', JSON.stringify(event({ eventId: 'a' })), { 'idempotency-key': 'b' }, 422, 'events.invalid'],
      [
        'lies in the future',
        JSON.stringify(event({ occurredAt: '2999-01-01T00:00:00Z' })),
        {},
        422,
        'events.in_future',
      ],
      ['happened long ago', JSON.stringify(event({ occurredAt: '2014-08-16T00:00:00Z' })), {}, 422, 'events.too_old'],
      ['has no known type', JSON.stringify(event()), { 'content-type': 'text/plain' }, 415, 'events.unsupported_body'],
      ['is NDJSON', JSON.stringify(event()), ndjson, 415, 'events.unsupported_body'],
      ['is encoded otherwise', JSON.stringify(event()), { 'content-encoding': 'br' }, 415, 'events.unsupported_body'],
      ['is over 1 MiB', ' '.repeat(MAX_BODY_BYTES + 1), {}, 413, 'http.body_too_large'],
      ['inflates to over 1 MiB', gzipSync(' '.repeat(MAX_BODY_BYTES + 1)), gzip, 413, 'events.too_large'],
    ])('refuses a body that %s', async (_what, body, headers, status, code) => {
      const answer = await post('/v1/events', body, headers);
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
      expect(producer.messages).toEqual([]);
    });

    it('names field and rule of what it refuses', async () => {
      const answer = await post('/v1/events', JSON.stringify(event({ properties: { a: { constructor: 1 } } })));
      expect(answer.json().errors).toEqual([
        { path: '/properties/a/constructor', rule: 'forbiddenName', message: expect.any(String) },
      ]);
    });

    it('answers 503 and when to try again while the log is down', async () => {
      producer.down = true;
      const answer = await post('/v1/events', JSON.stringify(event()));
      expect([answer.statusCode, answer.json().code]).toEqual([503, 'kafka.unavailable']);
      expect(answer.headers['retry-after']).toBe('2');
    });

    it('answers 429 and when to try again to a player whose events come too fast, counts it, and takes those of others', async () => {
      clock.stoppedAt = Date.now();
      await post('/v1/events/batch', JSON.stringify(Array.from({ length: 1_000 }, () => event({ playerId: 'hot' }))));
      const answer = await post('/v1/events', JSON.stringify(event({ playerId: 'hot' })));
      expect([answer.statusCode, answer.json().code]).toEqual([429, 'events.player_rate_limited']);
      expect(answer.headers['retry-after']).toBe('1');
      expect((await post('/v1/events', JSON.stringify(event({ playerId: 'cold' })))).statusCode).toBe(202);
      clock.stoppedAt += 1_000;
      expect((await post('/v1/events', JSON.stringify(event({ playerId: 'hot' })))).statusCode).toBe(202);
      const metrics = await app.get(Metrics).expose();
      expect(metrics).toMatch(/laurel_ingestion_events_total{decision="events.player_rate_limited"} [1-9]/);
    });

    it('counts what it decides, by code', async () => {
      await post('/v1/events', JSON.stringify(event()));
      await post('/v1/events', JSON.stringify(event({ type: 'X' })));
      const metrics = await app.get(Metrics).expose();
      expect(metrics).toMatch(/laurel_ingestion_events_total{decision="acceptable"} [1-9]/);
      expect(metrics).toMatch(/laurel_ingestion_events_total{decision="events.invalid"} [1-9]/);
    });

    it('needs a key', async () => {
      expect((await post('/v1/events', '{}', { authorization: '' })).statusCode).toBe(401);
    });
  });

  describe('of a batch', () => {
    it.each<[string, string | Buffer, Record<string, string>]>([
      ['a JSON array', JSON.stringify([event(), event()]), {}],
      ['NDJSON', `${JSON.stringify(event())}\n\n${JSON.stringify(event())}\r\n`, ndjson],
      [
        'NDJSON with parameters in its type',
        `${JSON.stringify(event())}\n${JSON.stringify(event())}`,
        { 'content-type': 'application/x-ndjson; charset=utf-8' },
      ],
      ['a gzipped array', gzipSync(JSON.stringify([event(), event()])), gzip],
    ])('takes %s', async (_what, body, headers) => {
      const answer = await post('/v1/events/batch', body, headers);
      expect(answer.statusCode).toBe(202);
      expect(answer.json()).toEqual(expect.objectContaining({ accepted: 2, rejected: 0 }));
      expect(producer.messages).toHaveLength(2);
    });

    it('answers each item in its place: a bad one spoils no other', async () => {
      const good = (eventId: string): string => JSON.stringify(event({ eventId }));
      const lines = [good('a'), '{', good('b'), JSON.stringify(event({ type: 'X' })), '7', good('c')];
      const answer = await post('/v1/events/batch', lines.join('\n'), ndjson);
      expect(answer.json()).toEqual({
        accepted: 3,
        rejected: 3,
        results: [
          { eventId: 'a', status: 'accepted', receipt: { partition: 3, offset: 0 } },
          { status: 'rejected', code: 'events.malformed', detail: expect.any(String), errors: [] },
          { eventId: 'b', status: 'accepted', receipt: { partition: 3, offset: 1 } },
          {
            status: 'rejected',
            code: 'events.invalid',
            detail: expect.any(String),
            errors: [expect.objectContaining({ path: '/type', rule: 'pattern' })],
          },
          {
            status: 'rejected',
            code: 'events.invalid',
            detail: expect.any(String),
            errors: [expect.objectContaining({ path: '', rule: 'type' })],
          },
          { eventId: 'c', status: 'accepted', receipt: { partition: 3, offset: 2 } },
        ],
      });
    });

    it('takes 1,000 events', async () => {
      const events = Array.from({ length: 1_000 }, () => event({ playerId: 'bob' }));
      const answer = await post('/v1/events/batch', JSON.stringify(events));
      expect(answer.json().accepted).toBe(1_000);
    });

    it('refuses only the items of a player whose events come too fast, and says when they may come', async () => {
      clock.stoppedAt = Date.now();
      await post('/v1/events/batch', JSON.stringify(Array.from({ length: 999 }, () => event({ playerId: 'eager' }))));
      const late = ['eager', 'eager', 'calm'].map((playerId) => event({ playerId }));
      const answer = await post('/v1/events/batch', JSON.stringify(late));
      const { accepted, rejected, results } = answer.json<{ accepted: number; rejected: number; results: object[] }>();
      expect([answer.statusCode, accepted, rejected]).toEqual([202, 2, 1]);
      expect(results[1]).toEqual({
        status: 'rejected',
        code: 'events.player_rate_limited',
        detail: expect.any(String),
        errors: [],
        retryAfterSeconds: 1,
      });
      expect(results[2]).toMatchObject({ status: 'accepted' });
    });

    it.each<[string, string | Buffer, Record<string, string>, number, string]>([
      ['is no JSON', '[', {}, 400, 'events.malformed'],
      ['is no list', '{}', {}, 422, 'events.invalid'],
      ['is an empty list', '[]', {}, 422, 'events.invalid'],
      ['is empty NDJSON', '\n', ndjson, 422, 'events.invalid'],
      ['has 1,001 events', JSON.stringify(Array.from({ length: 1_001 }, () => event())), {}, 413, 'events.too_large'],
      ['is over 1 MiB', ' '.repeat(MAX_BODY_BYTES + 1), {}, 413, 'http.body_too_large'],
      ['inflates to over 1 MiB', gzipSync(' '.repeat(MAX_BODY_BYTES + 1)), gzip, 413, 'events.too_large'],
      ['inflates to 100 MB', gzipSync(Buffer.alloc(100_000_000)), gzip, 413, 'events.too_large'],
      ['has another type', 'x', { 'content-type': 'text/csv' }, 415, 'events.unsupported_body'],
    ])('refuses one that %s as a whole', async (_what, body, headers, status, code) => {
      const answer = await post('/v1/events/batch', body, headers);
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    });

    it('answers 503 for the whole while the log is down', async () => {
      producer.down = true;
      const answer = await post('/v1/events/batch', JSON.stringify([event(), {}]));
      expect([answer.statusCode, answer.json().code]).toEqual([503, 'kafka.unavailable']);
    });

    it('answers a batch of nothing but mistakes without the log', async () => {
      const answer = await post('/v1/events/batch', '[{},{}]');
      expect(answer.json()).toEqual(expect.objectContaining({ accepted: 0, rejected: 2 }));
    });
  });
});
