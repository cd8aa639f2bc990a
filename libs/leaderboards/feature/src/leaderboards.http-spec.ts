import { LeaderboardsApp } from './leaderboards-app.builder.js';
import type { BoardPageDto } from './get-page/get-page.dto.js';
import { aBoard } from './reading/board.builder.js';

describe('reads of a leaderboard over HTTP', () => {
  let world: LeaderboardsApp;

  beforeEach(async () => {
    world = await LeaderboardsApp.start();
  });

  afterEach(() => world.close());

  const get = (path: string, token?: string) => world.get(`leaderboards/${path}`, token);

  const page = async (path: string): Promise<BoardPageDto> => {
    const { status, body } = await get(path);
    expect(status).toBe(200);
    return body as BoardPageDto;
  };

  const fill = (): void => {
    world.ranks.put('chelsea', 87, [41], Date.parse('2015-05-24T00:00:00Z'));
    world.ranks.put('city', 79, [45]);
    world.ranks.put('arsenal', 75, [35]);
    world.ranks.put('united', 70, [25]);
    world.ranks.asOf = Date.parse('2015-05-24T18:00:00Z');
  };

  it('answer a page with everything about it', async () => {
    fill();
    expect(await page('premier-league?limit=1')).toEqual({
      board: 'premier-league',
      window: {
        key: '2014-15',
        start: '2014-08-01T00:00:00.000Z',
        end: '2015-06-01T00:00:00.000Z',
        timeZone: 'UTC',
        closed: false,
      },
      asOf: '2015-05-24T18:00:00.000Z',
      total: 4,
      entries: [
        {
          rank: 1,
          playerId: 'chelsea',
          score: 87,
          columns: { goal_difference: 41 },
          reachedAt: '2015-05-24T00:00:00.000Z',
        },
      ],
      next: expect.stringMatching(/^[\w-]+$/),
      prev: null,
    });
  });

  it('answer an empty board as empty', async () => {
    expect(await page('premier-league?window=all')).toEqual({
      board: 'premier-league',
      window: { key: 'all', start: null, end: null, timeZone: 'UTC', closed: false },
      asOf: null,
      total: 0,
      entries: [],
      next: null,
      prev: null,
    });
  });

  it('answer a first page of one reading to all who ask within a tick, and of another one later', async () => {
    fill();
    const [first, same] = await Promise.all([page('premier-league?limit=2'), page('premier-league?limit=2')]);
    world.ranks.put('united', 100, [25]);
    world.clock.advance(99);
    expect([same, await page('premier-league?limit=2')]).toEqual([first, first]);
    expect(world.ranks.reads).toBe(1);
    world.clock.advance(1);
    expect(await page('premier-league?limit=2')).toMatchObject({ entries: [{ playerId: 'united' }, {}] });
  });

  it('keep first pages apart by workspace, board, window and limit', async () => {
    world.boards = { ...world.boards, ws_2: [aBoard({ windows: [{ kind: 'all' }] })] };
    fill();
    expect((await page('premier-league?limit=2')).entries).toHaveLength(2);
    expect((await page('premier-league?limit=3')).entries).toHaveLength(3);
    expect(await page('premier-league?limit=2&window=all')).toMatchObject({ window: { key: 'all' } });
    expect((await get('premier-league?limit=2', 'ws_2')).body).toMatchObject({ window: { key: 'all' } });
    expect(world.ranks.reads).toBe(4);
  });

  it('say that they are JSON', async () => {
    for (const path of ['premier-league', 'premier-league/around/x', 'premier-league/players/x']) {
      const { headers } = await world.app.inject({
        url: `/v1/leaderboards/${path}`,
        headers: { authorization: 'Bearer ws_1' },
      });
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
    }
    const { headers } = await world.app.inject({
      url: '/v1/leaderboards/nothing',
      headers: { authorization: 'Bearer ws_1' },
    });
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it('page by cursor to the end and back', async () => {
    fill();
    const first = await page('premier-league?limit=2');
    const second = await page(`premier-league?limit=2&cursor=${first.next}`);
    expect(second).toMatchObject({
      entries: [
        { rank: 3, playerId: 'arsenal' },
        { rank: 4, playerId: 'united' },
      ],
      next: null,
    });
    expect(await page(`premier-league?limit=2&cursor=${second.prev}`)).toEqual(first);
  });

  it('begin behind any number of rows, and page on from there', async () => {
    fill();
    const there = await page('premier-league?limit=1&offset=2');
    expect(there.entries.map(({ rank, playerId }) => `${rank} ${playerId}`)).toEqual(['3 arsenal']);
    const [behind, before] = [
      await page(`premier-league?cursor=${there.next}`),
      await page(`premier-league?cursor=${there.prev}`),
    ];
    expect(behind.entries.map(({ playerId }) => playerId)).toEqual(['united']);
    expect(before.entries.map(({ playerId }) => playerId)).toEqual(['chelsea', 'city']);
    expect(await page('premier-league?offset=0')).toEqual(await page('premier-league'));
    expect(await page('premier-league?offset=99')).toMatchObject({ total: 4, entries: [], next: null });
  });

  it('refuse a cursor together with an offset, and an offset that is none', async () => {
    fill();
    const { next } = await page('premier-league?limit=1');
    for (const [query, rule] of [
      [`cursor=${next}&offset=2`, 'exclusive'],
      ['offset=-1', 'min'],
      ['offset=1.5', 'isInt'],
    ]) {
      const { status, body } = await get(`premier-league?${query}`);
      expect({ status, body }).toMatchObject({
        status: 422,
        body: { code: 'http.invalid_input', errors: [{ path: '/offset', rule }] },
      });
    }
  });

  it('neither skip nor repeat rows that did not move', async () => {
    fill();
    const first = await page('premier-league?limit=2');
    world.ranks.put('united', 100, [25]);
    const second = await page(`premier-league?limit=2&cursor=${first.next}`);
    expect(second.entries).toMatchObject([{ rank: 4, playerId: 'arsenal' }]);
    const back = await page(`premier-league?limit=2&cursor=${second.prev}`);
    expect(back.entries).toMatchObject([
      { rank: 2, playerId: 'chelsea' },
      { rank: 3, playerId: 'city' },
    ]);
  });

  it.each(['0', '101', '-1', '1.5', 'ten', '', '1&limit=2'])('refuse a limit of %j', async (limit) => {
    expect(await get(`premier-league?limit=${limit}`)).toMatchObject({
      status: 422,
      body: {
        code: 'http.invalid_input',
        errors: expect.arrayContaining([expect.objectContaining({ path: '/limit' })]),
      },
    });
  });

  it('refuse parameters that they do not know', async () => {
    expect(await get('premier-league?skip=20')).toMatchObject({ status: 422, body: { code: 'http.invalid_input' } });
  });

  it('refuse a cursor of another window, and a made-up one', async () => {
    fill();
    const { next } = await page('premier-league?limit=2&window=all');
    for (const cursor of [next, 'made-up']) {
      expect(await get(`premier-league?limit=2&window=2014-15&cursor=${cursor}`)).toMatchObject({
        status: 400,
        body: { code: 'leaderboards.invalid_cursor' },
      });
    }
  });

  it('answer the rows around a player, a full page at the edges', async () => {
    fill();
    const around = async (player: string, limit: number) =>
      (await page(`premier-league/around/${player}?limit=${limit}`)).entries.map(({ rank }) => rank);
    expect(await around('chelsea', 3)).toEqual([1, 2, 3]);
    expect(await around('city', 3)).toEqual([1, 2, 3]);
    expect(await around('arsenal', 3)).toEqual([2, 3, 4]);
    expect(await around('united', 3)).toEqual([2, 3, 4]);
    expect(await around('united', 1)).toEqual([4]);
    expect(await around('nobody', 3)).toEqual([]);
  });

  it('answer a player’s standing', async () => {
    fill();
    expect(await page('premier-league/players/arsenal')).toMatchObject({
      total: 4,
      entry: { rank: 3, playerId: 'arsenal', score: 75, columns: { goal_difference: 35 }, percentile: 50 },
    });
    expect(await page('premier-league/players/nobody')).toMatchObject({ total: 4, entry: null });
  });

  it.each(['premier-league', 'premier-league/around/x', 'premier-league/players/x'])(
    'answer 404 at %s for another workspace, as for a board that never was',
    async (path) => {
      const answers = [await get(path, 'ws_2'), await get(path.replace('premier-league', 'nothing'))];
      for (const { status, body } of answers) {
        expect(status).toBe(404);
        expect(body).toMatchObject({ code: 'leaderboards.not_found' });
      }
    },
  );

  it('answer 404 for a window that the board does not have', async () => {
    expect(await get('premier-league?window=1999')).toMatchObject({
      status: 404,
      body: { code: 'leaderboards.window_not_found' },
    });
  });

  it.each(['premier-league', 'premier-league/around/x', 'premier-league/players/x'])(
    'need a credential with the permission at %s',
    async (path) => {
      expect(await page('premier-league')).toBeDefined();
      expect(await get(path, 'nonsense')).toMatchObject({ status: 401, body: { code: 'auth.invalid_credential' } });
      expect(await get(path, '')).toMatchObject({ status: 401, body: { code: 'auth.missing_credential' } });
      expect((await world.app.inject({ url: `/v1/leaderboards/${path}` })).statusCode).toBe(401);
      expect(await get(path, 'reads-nothing')).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
    },
  );

  it.each(['premier-league', 'premier-league/around/ann', 'premier-league/players/ann'])(
    'give %s to player tokens of that board, and to those of no other',
    async (path) => {
      fill();
      expect((await get(path, 'only-premier-league')).status).toBe(200);
      expect(await get(path, 'only-cup')).toMatchObject({ status: 403, body: { code: 'auth.board_forbidden' } });
    },
  );

  it('answer a failure as a problem, and go on when it is over', async () => {
    fill();
    world.isDown = true;
    expect(await get('premier-league')).toMatchObject({ status: 500, body: { code: 'http.internal' } });
    world.isDown = false;
    expect((await page('premier-league')).entries).toHaveLength(4);
  });

  describe.each([
    ['Redis is emptied', () => (world.committed = new Map([[0, { epoch: 1, offset: 7 }]]))],
    ['Redis cannot be reached', () => (world.ranks.isReachable = false)],
  ])('while %s', (_what, lose) => {
    beforeEach(() => {
      fill();
      world.players.set('arsenal', { playerId: 'arsenal', score: 75, columns: [35], reachedAt: 0 });
      lose();
    });

    it('say so, and give no rank', async () => {
      expect(await page('premier-league')).toMatchObject({
        warming: true,
        total: null,
        asOf: null,
        entries: [],
        next: null,
      });
    });

    it('give a player’s score', async () => {
      const row = { rank: null, playerId: 'arsenal', score: 75, columns: { goal_difference: 35 } };
      expect(await page('premier-league/players/arsenal')).toMatchObject({
        warming: true,
        entry: { ...row, percentile: null },
      });
      expect(await page('premier-league/around/arsenal')).toMatchObject({ warming: true, entries: [row] });
      expect(await page('premier-league/players/nobody')).toMatchObject({ warming: true, entry: null });
    });
  });
});
