import { Writable } from 'node:stream';
import { until } from '@laurel/testing';
import { type TableRow, demoProgram, readFinalTable, readSeason, runSeasonDemo, seasonEvents } from '@laurel/demo';
import { Api } from './stack/api.js';
import { leagueTable } from './stack/demo-season.js';
import { LaurelStack, type TestWorkspace } from './stack/laurel-stack.js';

const MATCHES_PER_SECOND = 60;
const BATCH = 500;
const PRIZES_OF_A_WEEK = 500 + 250 + 100;

let stack: LaurelStack;

beforeAll(async () => {
  stack = await LaurelStack.start();
});
afterAll(() => stack.stop());

/** Takes what the demo prints. */
const nowhere = () => Object.assign(new Writable({ write: (_chunk, _encoding, done) => done() }), { isTTY: false });

async function seasonWorkspace(tenant: string): Promise<Api> {
  const { secretKey } = await stack.createWorkspace(tenant, 'dev');
  const api = new Api(stack, secretKey);
  expect((await api.publish(demoProgram)).status).toBe(201);
  return api;
}

describe('a real season', () => {
  it('ends on the published table, over REST and for a socket that watched it, and closes and pays its weeks, though every service is killed in turn', async () => {
    const { secretKey }: TestWorkspace = await stack.createWorkspace('kills', 'dev');
    const api = new Api(stack, secretKey);
    const playing = runSeasonDemo({
      ingestionUrl: stack.ingestion.url,
      adminUrl: stack.admin.url,
      queryUrl: stack.query.url,
      secretKey,
      matchesPerSecond: MATCHES_PER_SECOND,
      out: nowhere(),
      settleMs: 60_000,
    });

    const { scoring, ingestion, query, admin } = stack;
    const killed: string[] = [];
    for (const [points, service] of [
      [6, scoring],
      [14, ingestion],
      [22, query],
      [30, admin],
      [40, scoring],
    ] as const) {
      await until(
        `the leader has ${points} points`,
        async () => {
          const { body } = await api.query('/v1/leaderboards/premier-league?window=all&limit=1');
          const [leader] = (body['entries'] ?? []) as { score: number }[];
          return leader !== undefined && leader.score >= points;
        },
        60_000,
      );
      await service.kill();
      killed.push(service.app);
      await service.start();
    }

    const { weeks, ...played } = await playing;
    expect(played).toEqual({ finished: true, differences: [], liveDifferences: [] });
    expect(weeks).toMatchObject({ closed: 41, played: 36, isSettled: true });
    expect(weeks?.prizes.reduce((sum, { amount }) => sum + amount, 0)).toBe(36 * PRIZES_OF_A_WEEK);
    expect(weeks?.divisions.flatMap(({ clubs }) => clubs)).toHaveLength(20);
    expect(killed).toHaveLength(5);
  }, 180_000);

  it.each(['premier-league-2012-13', 'premier-league-2014-15', 'bundesliga-2012-13'] as const)(
    'ends on the published final table in all rows and columns: %s',
    async (name) => {
      const table = await readFinalTable(name);
      const events = seasonEvents(await readSeason(table));
      const api = await seasonWorkspace(name);

      for (let index = 0; index < events.length; index += BATCH) {
        const sent = await api.sendBatch(events.slice(index, index + BATCH));
        expect(sent.body).toMatchObject({ rejected: 0 });
      }

      const expected = table.rows.map(toExpected);
      const played = await until(
        'the table is complete',
        async () => {
          const rows = await leagueTable(api);
          const isSame = JSON.stringify(rows.map(toExpected)) === JSON.stringify(expected);
          return isSame ? rows : undefined;
        },
        60_000,
      ).catch(() => leagueTable(api));
      expect(played.map(toExpected)).toEqual(expected);
    },
  );

  it('is not changed by sending it again', async () => {
    const table = await readFinalTable('premier-league-2014-15');
    const events = seasonEvents(await readSeason(table)).slice(0, 40);
    const api = await seasonWorkspace('again');
    await api.sendBatch(events);
    const once = await until('the first matches are scored', async () => {
      const rows = await leagueTable(api);
      return rows.length === 20 ? rows : undefined;
    });

    await api.sendBatch(events);
    await api.sendEvent({ eventId: 'marker', type: 'match_played', playerId: events[0]?.playerId, properties: {} });
    await until('all of it is read', async () => (await api.query('/v1/events/marker')).body['status'] === 'processed');

    expect(await leagueTable(api)).toEqual(once);
  });
});

const toExpected = ({ rank, playerId, points, goalDifference, goalsFor }: TableRow) => ({
  rank,
  playerId,
  points,
  goalDifference,
  goalsFor,
});
