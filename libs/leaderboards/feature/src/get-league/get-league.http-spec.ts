import type { BoardDefinition, LeagueDefinition } from '@laurel/leaderboards-domain';
import { until } from '@laurel/testing';
import { aFrozenWindow } from '../frozen/frozen-windows.builder.js';
import { LeaderboardsApp } from '../leaderboards-app.builder.js';
import { aBoard } from '../reading/board.builder.js';

const LEAGUE: LeagueDefinition = {
  window: 'weekly',
  groupSize: 5,
  tiers: [
    { key: 'bronze', promote: { count: 1 } },
    { key: 'silver', promote: { count: 1 }, relegate: { percent: 50 } },
    { key: 'gold' },
  ],
};
const SEAT = 'league:silver:high:2';

describe('a read of a group in a league', () => {
  let world: LeaderboardsApp;

  beforeEach(async () => {
    world = await LeaderboardsApp.start();
    have({ windows: [{ kind: 'all' }, { kind: 'daily' }, { kind: 'weekly' }], league: LEAGUE });
  });

  afterEach(() => world.close());

  const have = (board: Partial<BoardDefinition>) => (world.boards = { ws_1: [aBoard(board)] });
  const get = (playerId: string, query = '', token?: string) =>
    world.get(`leaderboards/premier-league/players/${playerId}/league${query}`, token);

  function fill(): void {
    for (const [place, playerId] of ['anna', 'bea', 'carl', 'dora'].entries()) {
      world.ranks.put(playerId, 10 - place, [0], 1_400_000_000_000, [SEAT]);
      world.leagues.set(playerId, { tier: 'silver', seat: SEAT });
    }
    world.ranks.put('stranger', 99, [0], 1_400_000_000_000, ['league:silver:high:1']);
  }

  it('answers tier, group, the rank in it and who would move, of the week that runs', async () => {
    fill();
    expect(await get('bea')).toMatchObject({
      status: 200,
      body: {
        board: 'premier-league',
        window: { key: '2026-W01', closed: false },
        segment: SEAT,
        total: 4,
        tier: 'silver',
        seat: { tier: 'silver', band: 'high', group: 2 },
        zones: { promoted: 1, relegated: 2 },
        entry: { playerId: 'bea', rank: 2, score: 9, zone: 'stay' },
        entries: [
          { playerId: 'anna', rank: 1, zone: 'promotion' },
          { playerId: 'bea', rank: 2, zone: 'stay' },
          { playerId: 'carl', rank: 3, zone: 'relegation' },
          { playerId: 'dora', rank: 4, zone: 'relegation' },
        ],
      },
    });
  });

  it('answers the rows around the player where fewer are asked for', async () => {
    fill();
    expect(await get('dora', '?limit=2')).toMatchObject({
      body: { entries: [{ playerId: 'carl', zone: 'relegation' }, { playerId: 'dora' }], total: 4 },
    });
  });

  it('answers where a player will begin who has no seat', async () => {
    world.leagues.set('climber', { tier: 'gold' });
    expect(await get('climber')).toMatchObject({ status: 200, body: { tier: 'gold', seat: null, zones: null } });
    expect(await get('nobody')).toMatchObject({
      status: 200,
      body: { tier: 'bronze', seat: null, entry: null, entries: [], total: 0 },
    });
  });

  it('answers a week that has closed as it ended, with the tier of now', async () => {
    const row = { score: 5, columns: [0], reachedAt: 1, parts: [SEAT] };
    world.frozen.put(aFrozenWindow(), [
      { ...row, playerId: 'carl', rank: 1 },
      { ...row, playerId: 'anna', rank: 2, score: 4 },
    ]);
    world.leagues.set('carl', { tier: 'gold' });
    expect(await get('carl', '?window=2025-W52')).toMatchObject({
      body: {
        window: { key: '2025-W52', closed: true },
        tier: 'gold',
        seat: { tier: 'silver', band: 'high', group: 2 },
        entry: { rank: 1, zone: 'promotion' },
        entries: [{ playerId: 'carl' }, { playerId: 'anna', rank: 2, zone: 'relegation' }],
      },
    });
    expect(await get('nobody', '?window=2025-W52')).toMatchObject({ body: { seat: null } });
  });

  it('gives no rank while ranks are warming, and says so', async () => {
    fill();
    world.ranks.isReachable = false;
    world.players.set('bea', { playerId: 'bea', score: 9, columns: [0], reachedAt: 1 });
    expect(await get('bea')).toMatchObject({
      body: {
        warming: true,
        total: null,
        seat: { group: 2 },
        zones: null,
        entry: { playerId: 'bea', rank: null, zone: null },
      },
    });
  });

  it('is an error of windows and boards without a league, and of bad queries', async () => {
    const none = { status: 404, body: { code: 'leaderboards.window_not_found' } };
    expect(await get('bea', '?window=all')).toMatchObject(none);
    expect(await get('bea', '?window=daily')).toMatchObject(none);
    expect(await get('bea', '?window=1999')).toMatchObject(none);
    expect(await get('bea', '?limit=0')).toMatchObject({ status: 422, body: { code: 'http.invalid_input' } });
    expect(await get('bea', '?segment=x')).toMatchObject({ status: 422, body: { errors: [{ path: '/segment' }] } });
    expect(await get('bea', '', 'reads-nothing')).toMatchObject({ status: 403 });
    have({ windows: [{ kind: 'weekly' }] });
    await until('the board has no league', async () => {
      world.clock.advance(1_000);
      return (await get('bea')).status === 404;
    });
    expect(await get('bea')).toMatchObject({ status: 404, body: { code: 'leaderboards.no_league' } });
  });

  it('has rows that a page of the group has as well', async () => {
    fill();
    const page = (segment: string) => world.get(`leaderboards/premier-league?window=weekly&segment=${segment}`);
    expect(await page(SEAT)).toMatchObject({
      status: 200,
      body: { total: 4, entries: [{ playerId: 'anna' }, {}, {}, {}] },
    });
    expect(await page('league:gold:9')).toMatchObject({ status: 200, body: { total: 0 } });
    expect(await page('league:gold:x')).toMatchObject({
      status: 404,
      body: { detail: 'The segments of this leaderboard are: league:<tier>:<group>.' },
    });
  });
});
