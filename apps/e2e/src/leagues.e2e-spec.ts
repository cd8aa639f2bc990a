import { until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { runLaurel } from './stack/laurel-cli.js';
import { LaurelStack } from './stack/laurel-stack.js';

/** Groups of three: the first of each goes up, the last down; who does not play goes down as well. */
const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.points' } }],
    },
  ],
  leaderboards: [
    {
      ...{ key: 'cup', source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
      windows: [{ kind: 'weekly' }, { kind: 'all' }],
      league: {
        ...{ window: 'weekly', groupSize: 3, idle: 'relegate' },
        tiers: [
          { key: 'bronze', promote: { count: 1 } },
          { key: 'silver', promote: { count: 1 }, relegate: { count: 1 } },
          { key: 'gold', relegate: { count: 1 } },
        ],
      },
    },
  ],
};

const WEEK_SECONDS = 7 * 86_400;

let stack: LaurelStack;
let api: Api;
let stranger: Api;
let secretKey: string;

beforeAll(async () => {
  stack = await LaurelStack.start();
  ({ secretKey } = await stack.createWorkspace('leagues', 'dev'));
  api = new Api(stack, secretKey);
  stranger = new Api(stack, (await stack.createWorkspace('leagues', 'staging')).secretKey);
  expect(await api.edit('PUT', '/v1/clock', { now: '2014-08-13T12:00:00Z' })).toMatchObject({ status: 200 });
  expect((await api.publish(PROGRAM)).status).toBe(201);
}, 120_000);
afterAll(() => stack.stop());

let events = 0;
/** Who comes first is named first. */
async function play(...players: readonly string[]): Promise<void> {
  for (const [place, playerId] of players.entries()) {
    events += 1;
    const event = { eventId: `e${events}`, type: 'scored', playerId, properties: { points: 10 - place } };
    expect(await api.sendAndWait(event)).toMatchObject({ status: 200, body: { status: 'processed' } });
  }
}

const leagueOf = async (playerId: string, query = '') =>
  (await api.query(`/v1/leaderboards/cup/players/${playerId}/league${query}`)).body;

/** Ends the week, and waits until a player has moved. */
async function endWeek(playerId: string, tier: string): Promise<void> {
  expect(await api.edit('POST', '/v1/clock/advance', { seconds: WEEK_SECONDS })).toMatchObject({ status: 200 });
  await until(`${playerId} plays in ${tier}`, async () => (await leagueOf(playerId))['tier'] === tier, 30_000);
}

const rowsOf = (body: Record<string, unknown>) =>
  (body['entries'] as { playerId: string; rank: number; zone: string }[]).map(
    ({ playerId, rank, zone }) => `${rank} ${playerId} ${zone}`,
  );

describe('a league', () => {
  it('seats players in groups as they come, each ranked by itself', async () => {
    await play('anna', 'bea', 'carl', 'dora', 'emil');
    await until('the first group is ranked', async () => (await leagueOf('bea'))['total'] === 3);
    const body = await leagueOf('bea');
    expect(body).toMatchObject({
      board: 'cup',
      window: { key: '2014-W33', closed: false },
      tier: 'bronze',
      segment: 'league:bronze:1',
      seat: { tier: 'bronze', group: 1 },
      entry: { playerId: 'bea', rank: 2, zone: 'stay' },
    });
    expect(rowsOf(body)).toEqual(['1 anna promotion', '2 bea stay', '3 carl stay']);
    await until('the second group is ranked', async () => (await leagueOf('emil'))['total'] === 2);
    expect(rowsOf(await leagueOf('emil'))).toEqual(['1 dora promotion', '2 emil stay']);
  });

  it('is known of nobody who has not played, of no board without one, and not to other workspaces', async () => {
    expect(await leagueOf('nobody')).toMatchObject({ tier: 'bronze', seat: null, entry: null, entries: [] });
    expect(await api.query('/v1/leaderboards/cup/players/anna/league?window=all')).toMatchObject({ status: 404 });
    expect(await stranger.query('/v1/leaderboards/cup/players/anna/league')).toMatchObject({ status: 404 });
  });

  it('moves the best up when the week is over, and keeps the week as it ended', async () => {
    await endWeek('anna', 'silver');
    await until('dora has moved', async () => (await leagueOf('dora'))['tier'] === 'silver');
    await until('bea begins anew', async () => (await leagueOf('bea'))['seat'] === null);
    expect(await leagueOf('bea')).toMatchObject({ window: { key: '2014-W34' }, tier: 'bronze', entry: null });
    const past = await leagueOf('anna', '?window=2014-W33');
    expect(past).toMatchObject({ window: { closed: true }, seat: { tier: 'bronze', group: 1 }, tier: 'silver' });
    expect(rowsOf(past)).toEqual(['1 anna promotion', '2 bea stay', '3 carl stay']);
  });

  it('seats who went up among those of the tier above, and takes down who does not play', async () => {
    await play('anna', 'bea');
    await until('anna is ranked', async () => (await leagueOf('anna'))['total'] === 1);
    expect(await leagueOf('anna')).toMatchObject({ seat: { tier: 'silver', group: 1 } });
    expect(await leagueOf('bea')).toMatchObject({ seat: { tier: 'bronze', group: 1 } });
    await endWeek('dora', 'bronze');
    await until('anna is in gold', async () => (await leagueOf('anna'))['tier'] === 'gold');
    await until('bea is in silver', async () => (await leagueOf('bea'))['tier'] === 'silver');
  });

  it('says so in the history of the player, once for each week', async () => {
    const { body } = await api.query('/v1/events?playerId=anna');
    const moves = (body['entries'] as { eventId: string; type: string; status: string }[]).filter(
      ({ type }) => type === 'laurel.league_moved',
    );
    expect(moves.map(({ eventId, status }) => `${eventId} ${status}`).sort()).toEqual([
      'laurel.league.cup@1.2014-W33 processed',
      'laurel.league.cup@1.2014-W34 processed',
    ]);
  });

  it('is verified clean', async () => {
    const environment = { ...stack.environment, LAUREL_ADMIN_URL: stack.admin.url, LAUREL_API_KEY: secretKey };
    expect(await runLaurel(environment, 'verify')).toMatchObject({ code: 0 });
  });
});
