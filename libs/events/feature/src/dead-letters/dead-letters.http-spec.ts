import { err, ok } from '@laurel/kernel';
import { ApiKeys, AuthModule, CredentialVerifier, authErrors } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { playerTokenKeyPair } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { VOID_CLOCK } from '../void-event/void-clock.js';
import type { DeadLetter, OpenedLetter } from './dead-letter.js';
import { DeadLettersController } from './dead-letters.controller.js';
import { DeadLetters } from './dead-letters.kafka.js';
import { ListDeadLettersHandler } from './list-dead-letters.handler.js';
import { type LetterChoice, ReplayDeadLettersHandler } from './replay-dead-letters.handler.js';

class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

/** The token is the workspace; `reader` may not send anything again. */
const verifier = {
  verify: async (token: string) => {
    const permissions = token === 'reader' ? ['events:read'] : ['events:read', 'events:review'];
    const workspace = token === 'reader' ? 'ws_1' : token;
    return workspace.startsWith('ws_')
      ? ok({ kind: 'secret_key', workspace, keyId: 'key_1', permissions })
      : err(authErrors.invalidCredential('Unknown.'));
  },
};

const CONTENT = '{"v":1,"ki';

const aLetter = (offset: number, more: Partial<OpenedLetter> = {}): OpenedLetter => ({
  position: `3:${offset}`,
  partition: 3,
  offset,
  workspace: 'ws_1',
  playerId: 'anna',
  eventId: undefined,
  cause: 'scoring.undecodable',
  detail: 'the message is not JSON',
  at: 1_000 + offset,
  copies: 1,
  key: 'ws_1|anna',
  value: Buffer.from(CONTENT),
  truncated: false,
  ...more,
});

class LettersInMemory {
  held: OpenedLetter[] = [];
  readings = 0;
  isAway = false;

  async list(): Promise<DeadLetter[]> {
    this.readings += 1;
    if (this.isAway) throw new Error('no broker');
    return this.held.toSorted((left, right) => right.at - left.at);
  }

  async open(wanted: (letter: DeadLetter) => boolean): Promise<OpenedLetter[]> {
    if (this.isAway) throw new Error('no broker');
    return this.held.filter(wanted);
  }
}

const replayed: LetterChoice[] = [];
let letters: LettersInMemory;
let app: NestFastifyApplication;
let now: number;
let refusal: string | undefined;

const replays = {
  handle: async (choice: LetterChoice) => {
    replayed.push(choice);
    const letter = aLetter(1);
    return ok(
      refusal === undefined
        ? { replayed: [{ letter, receipt: { partition: 3, offset: 99 } }], refused: [], missing: [] }
        : { replayed: [], refused: [{ letter, reason: refusal }], missing: [] },
    );
  },
};

beforeEach(async () => {
  letters = new LettersInMemory();
  [now, refusal, replayed.length] = [5_000, undefined, 0];
  const module = await Test.createTestingModule({
    imports: [AuthModule.forRoot({ playerTokenPublicKey: playerTokenKeyPair().publicKey, keys: NoKeys })],
    controllers: [DeadLettersController],
    providers: [
      ListDeadLettersHandler,
      { provide: DeadLetters, useValue: letters },
      { provide: ReplayDeadLettersHandler, useValue: replays },
      { provide: VOID_CLOCK, useValue: { now: () => now } },
    ],
  })
    .overrideProvider(CredentialVerifier)
    .useValue(verifier)
    .compile();
  app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
  await configureHttpApp(app);
});
afterEach(() => app.close());

async function ask(path: string, token = 'ws_1', method: 'GET' | 'POST' = 'GET') {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await app.inject({ method, url: `/v1/dead-letters${path}`, headers });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
}

const idsOf = ({ body }: { readonly body: Record<string, unknown> }): string[] =>
  ((body['entries'] ?? []) as { id: string }[]).map(({ id }) => id);

describe('GET /v1/dead-letters', () => {
  it("lists the workspace's own, the latest first, with their causes", async () => {
    letters.held = [aLetter(1), aLetter(2), aLetter(3, { workspace: 'ws_2' })];

    const { status, body } = await ask('');

    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 2, next: null, entries: [{ id: '3:2' }, { id: '3:1' }] });
    expect((body['entries'] as unknown[])[1]).toEqual({
      id: '3:1',
      cause: 'scoring.undecodable',
      detail: 'the message is not JSON',
      playerId: 'anna',
      eventId: null,
      putAsideAt: '1970-01-01T00:00:01.001Z',
      copies: 1,
    });
  });

  it('walks all of them, though some were put aside in the same millisecond', async () => {
    letters.held = [1, 2, 3, 4, 5].map((offset) => aLetter(offset, { at: offset < 4 ? 7 : 9 }));

    const walked: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await ask(`?limit=2${next === '' ? '' : `&cursor=${next}`}`);
      walked.push(...idsOf(page));
      next = page.body['next'] as string | null;
    }

    expect(walked).toEqual(['3:4', '3:5', '3:1', '3:2', '3:3']);
  });

  it('filters by player and by cause', async () => {
    letters.held = [aLetter(1), aLetter(2, { playerId: 'bert' }), aLetter(3, { cause: 'scoring.decision_failed' })];

    expect(idsOf(await ask('?playerId=bert'))).toEqual(['3:2']);
    expect(idsOf(await ask('?cause=scoring.decision_failed'))).toEqual(['3:3']);
  });

  it('reads the topic once for all who ask within two seconds, and again afterwards', async () => {
    await Promise.all([ask(''), ask('', 'ws_2'), ask('?limit=1')]);
    expect(letters.readings).toBe(1);

    now += 2_000;
    await ask('');

    expect(letters.readings).toBe(2);
  });

  it("refuses another workspace's cursor", async () => {
    letters.held = [aLetter(1), aLetter(2)];
    const { body } = await ask('?limit=1');

    const answer = await ask(`?cursor=${String(body['next'])}`, 'ws_2');

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: '/cursor', rule: 'cursor' }] } });
  });

  it('answers 503 while Kafka is away, and asks it again the next time', async () => {
    letters.isAway = true;
    expect(await ask('')).toMatchObject({ status: 503, body: { code: 'kafka.unavailable' } });

    letters.isAway = false;

    expect(await ask('')).toMatchObject({ status: 200 });
  });
});

describe('GET /v1/dead-letters/{id}', () => {
  it('shows what the letter holds', async () => {
    letters.held = [aLetter(1, { truncated: true })];

    expect(await ask('/3:1')).toMatchObject({
      status: 200,
      body: { id: '3:1', content: CONTENT, bytes: CONTENT.length, truncated: true },
    });
  });

  it.each([
    ['that no letter has', '/3:9', 'ws_1'],
    ['of another workspace', '/3:1', 'ws_2'],
    ['that is no place', '/nowhere', 'ws_1'],
  ])('answers 404 for an id %s', async (_, path, token) => {
    letters.held = [aLetter(1)];

    expect(await ask(path, token)).toMatchObject({ status: 404, body: { code: 'events.dead_letter_not_found' } });
  });
});

describe('POST /v1/dead-letters/{id}/replay', () => {
  it('sends the message again and tells where the log has it', async () => {
    letters.held = [aLetter(1, { eventId: 'match-1' })];

    expect(await ask('/3:1/replay', 'ws_1', 'POST')).toEqual({
      status: 202,
      body: {
        id: '3:1',
        playerId: 'anna',
        eventId: 'match-1',
        status: 'accepted',
        receipt: { partition: 3, offset: 99 },
      },
    });
    expect(replayed).toEqual([{ positions: ['3:1'], workspace: 'ws_1' }]);
  });

  it('says why a message is not sent again', async () => {
    letters.held = [aLetter(1)];
    refusal = "it still can't be read: the message is not JSON";

    expect(await ask('/3:1/replay', 'ws_1', 'POST')).toMatchObject({
      status: 409,
      body: { code: 'events.not_replayable', detail: "It still can't be read: the message is not JSON." },
    });
  });

  it("never sends another workspace's", async () => {
    letters.held = [aLetter(1)];

    expect(await ask('/3:1/replay', 'ws_2', 'POST')).toMatchObject({ status: 404 });
    expect(replayed).toEqual([]);
  });

  it('asks for the permission to review events', async () => {
    expect(await ask('/3:1/replay', 'reader', 'POST')).toMatchObject({ status: 403 });
  });
});
