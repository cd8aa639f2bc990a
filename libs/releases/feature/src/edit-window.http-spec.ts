import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  FakeDrafts,
  FakeProducer,
  FakeStore,
  OTHER,
  PROGRAM,
  READER,
  clientOf,
  releasesApp,
} from './releases-app.builder.js';

const DAY_MS = 86_400_000;
/** By the clock of its workspace, noon of the Friday of 2026-W47. */
const THERE = Date.parse('2026-11-20T12:00:00Z');
const offsetMs = () => Promise.resolve(THERE - Date.now());

const drafts = new FakeDrafts();
const store = new FakeStore(drafts);
const producer = new FakeProducer();
let app: NestFastifyApplication;
const { call, read, etagOf } = clientOf(() => app);

beforeAll(async () => {
  app = await releasesApp({ store, drafts, producer, clocks: { offsetMs, latestOffsetMs: offsetMs } });
});
beforeEach(async () => {
  store.documents = [];
  store.races = 0;
  drafts.drafts.clear();
  const weekly = { ...PROGRAM, leaderboards: [{ ...PROGRAM.leaderboards[0], windows: [{ kind: 'weekly' }] }] };
  await call('POST', '/v1/releases', { program: weekly });
});
afterAll(() => app.close());

const WEEK = '/v1/leaderboards/league/windows/2026-W47';
const editsOf = (number: number) => store.documents[number]?.program.leaderboards[0]?.windowEdits;

describe('a window of a leaderboard', () => {
  it('ends when an operator says, by a release of its own', async () => {
    producer.messages.splice(0);
    const answer = await call('PATCH', WEEK, { end: '2026-11-21T00:00:00Z', note: 'a long weekend' });
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      {
        board: 'league',
        window: '2026-W47',
        end: '2026-11-21T00:00:00.000Z',
        release: 2,
        announcedAt: expect.any(String),
      },
    ]);
    expect(editsOf(1)).toEqual([{ window: '2026-W47', end: '2026-11-21T00:00:00.000Z' }]);
    expect(store.documents[1]).toMatchObject({
      note: 'a long weekend',
      program: { leaderboards: [{ incarnation: 1 }] },
    });
    expect(producer.messages).toHaveLength(12);
  });

  it('ends now, by the clock of the workspace', async () => {
    const answer = await call('POST', `${WEEK}/end`, {});
    expect(answer.statusCode).toBe(200);
    expect(Date.parse(answer.json<{ end: string }>().end) - THERE).toBeLessThan(DAY_MS / 24);
    expect((await call('POST', `${WEEK}/end`, {})).json()).toMatchObject({ code: 'releases.window_over' });
  });

  it('ends in the draft too, which stays what it was otherwise, and can be published', async () => {
    await call('PUT', '/v1/stats/assists', { aggregation: 'sum' }, { ifMatch: await etagOf() });
    await call('PATCH', WEEK, { end: '2026-11-21T00:00:00Z' });
    const { program, base } = (await read('/v1/draft')).json<{
      base: number;
      program: { stats: { key: string }[]; leaderboards: { windowEdits: object[] }[] };
    }>();
    expect([base, program.stats.map(({ key }) => key)]).toEqual([2, ['points', 'assists']]);
    expect(program.leaderboards[0]?.windowEdits).toHaveLength(1);
    expect((await call('POST', '/v1/releases', {}, { ifMatch: await etagOf() })).statusCode).toBe(201);
    expect(editsOf(2)).toHaveLength(1);
  });

  it('ends though somebody publishes at the same time', async () => {
    store.races = 1;
    expect((await call('PATCH', WEEK, { end: '2026-11-21T00:00:00Z' })).json()).toMatchObject({ release: 3 });
  });

  it.each<[string, string, object, number, string]>([
    ['in the past', WEEK, { end: '2026-11-19T00:00:00Z' }, 422, 'releases.invalid_window_end'],
    ['at no time', WEEK, { end: 'soon' }, 422, 'http.invalid_input'],
    ['without a time', WEEK, {}, 422, 'http.invalid_input'],
    ['where it is over', WEEK.replace('W47', 'W46'), { end: '2026-11-21T00:00:00Z' }, 409, 'releases.window_over'],
    [
      'where there is none',
      WEEK.replace('W47', 'W99'),
      { end: '2026-11-21T00:00:00Z' },
      404,
      'releases.window_not_found',
    ],
    [
      'of no leaderboard',
      WEEK.replace('league', 'cup'),
      { end: '2026-11-21T00:00:00Z' },
      404,
      'releases.window_not_found',
    ],
  ])('does not end %s', async (_what, url, body, status, code) => {
    const answer = await call('PATCH', url, body);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
    expect(store.documents).toHaveLength(1);
  });

  it('is not ended by who only reads, nor by another workspace', async () => {
    expect((await call('POST', `${WEEK}/end`, {}, { key: READER })).statusCode).toBe(403);
    expect((await call('POST', `${WEEK}/end`, {}, { key: OTHER })).statusCode).toBe(404);
  });
});
