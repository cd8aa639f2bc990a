import type { BackfillCommand } from '@laurel/contracts';
import { systemClock } from '@laurel/kernel';
import { topicNames } from '@laurel/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BackfillPlayersHandler, PAGE } from './backfill-players/backfill-players.handler.js';
import {
  FakeBackfills,
  FakeDrafts,
  FakeProducer,
  FakeStore,
  OTHER,
  PROGRAM,
  clientOf,
  releasesApp,
} from './releases-app.builder.js';

const BEST = {
  ...PROGRAM,
  leaderboards: PROGRAM.leaderboards.map((board) => ({ ...board, aggregation: 'best', start: 'recorded' })),
};

const producer = new FakeProducer();
const backfills = new FakeBackfills();
const drafts = new FakeDrafts();
const store = new FakeStore(drafts);
const ordering = new BackfillPlayersHandler(backfills, producer, topicNames('laurel.'), systemClock);
let app: NestFastifyApplication;

beforeAll(async () => {
  app = await releasesApp({ store, drafts, producer, backfills });
});
beforeEach(() => {
  store.documents = [];
  backfills.backfills = [];
  backfills.players = [];
  backfills.inForce = true;
  backfills.prompt = true;
  producer.down = false;
});
afterAll(() => app.close());

const { call, read } = clientOf(() => app);
const publish = (program: object) => call('POST', '/v1/releases', { program, note: 'a test' });
const state = async (release = 2) => (await read(`/v1/releases/${release}/backfill`)).json<object>();
const manyPlayers = (count: number) =>
  Array.from({ length: count }, (_, index) => `p${String(index).padStart(5, '0')}`);
/** Orders since the last look, as `player of release`. */
function ordered(): string[] {
  return producer.messages.splice(0).flatMap(({ value }) => {
    const { command, playerId, commandId } = JSON.parse(value) as BackfillCommand;
    return command === 'backfill' ? [`${playerId} ${commandId}`] : [];
  });
}

describe('a release with which something begins with what was recorded', () => {
  it('says so, and begins its backfill when it is announced', async () => {
    await publish(PROGRAM);
    const published = await publish(BEST);

    expect(published.json()).toMatchObject({ release: 2, backfill: true });
    expect(await state()).toEqual({
      release: 2,
      state: 'running',
      players: { total: 0, sent: 0, done: 0 },
      finishedAt: null,
    });
  });

  it('is ordered player by player when it is in force everywhere, a page behind the one before it', async () => {
    await publish(PROGRAM);
    await publish(BEST);
    backfills.players = manyPlayers(PAGE + 1);
    backfills.inForce = false;
    ordered();

    await ordering.handle();
    expect(ordered()).toEqual([]);

    backfills.inForce = true;
    backfills.prompt = false;
    await ordering.handle();
    await ordering.handle();
    const first = ordered();
    expect([first.length, first[0]]).toEqual([PAGE, 'p00000 laurel.backfill.2']);
    expect(await state()).toMatchObject({ state: 'running', players: { total: PAGE + 1, sent: PAGE, done: 0 } });

    backfills.prompt = true;
    await ordering.handle();
    expect(ordered()).toEqual([`p00${PAGE} laurel.backfill.2`]);
    expect(await state()).toMatchObject({ players: { sent: PAGE + 1, done: PAGE } });

    await ordering.handle();
    expect(await state()).toMatchObject({
      state: 'done',
      players: { total: PAGE + 1, sent: PAGE + 1, done: PAGE + 1 },
      finishedAt: expect.any(String),
    });
    expect(await ordering.handle()).toBe(false);
  });

  it('is ordered again where the event log was away', async () => {
    await publish(PROGRAM);
    await publish(BEST);
    backfills.players = ['anna'];
    ordered();
    producer.down = true;
    await ordering.handle();

    producer.down = false;
    await ordering.handle();

    expect(ordered()).toEqual(['anna laurel.backfill.2']);
  });

  it('is begun when it is announced after all', async () => {
    await publish(PROGRAM);
    producer.down = true;
    await publish(BEST);
    expect([await state(), backfills.backfills]).toMatchObject([{ state: 'running' }, []]);

    producer.down = false;
    await publish(PROGRAM);

    expect(backfills.backfills).toMatchObject([{ release: 2 }]);
  });
});

describe('the backfill of a release', () => {
  it('is none where nothing begins, or begins empty', async () => {
    await publish(BEST);
    await publish({
      ...PROGRAM,
      leaderboards: BEST.leaderboards.map(({ start: _, ...board }) => ({ ...board, order: 'asc' })),
    });
    await publish({ ...BEST, leaderboards: BEST.leaderboards.map((board) => ({ ...board, order: 'asc' })) });

    expect([await state(1), await state(2), await state(3)]).toMatchObject([
      { state: 'none' },
      { state: 'none' },
      { state: 'none' },
    ]);
    expect(backfills.backfills).toEqual([]);
  });

  it('is not found where there is no such release, or it is of another workspace', async () => {
    await publish(BEST);

    expect((await read('/v1/releases/9/backfill')).statusCode).toBe(404);
    expect((await read('/v1/releases/1/backfill', OTHER)).statusCode).toBe(404);
  });

  it('can not be declared but as empty or recorded', async () => {
    const refused = await publish({ ...PROGRAM, stats: [{ key: 'points', aggregation: 'sum', start: 'again' }] });

    expect([refused.statusCode, refused.json()]).toMatchObject([
      422,
      { errors: [{ path: '/program/stats/0/start', rule: 'enum' }] },
    ]);
  });
});
