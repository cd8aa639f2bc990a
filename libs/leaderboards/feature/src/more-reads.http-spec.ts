import type { FrozenRow } from '@laurel/contracts';
import type { BoardListDto } from './get-rows/get-rows.dto.js';
import type { BoardPartsDto } from './list-parts/list-parts.dto.js';
import type { BoardSpanDto } from './get-span/get-span.dto.js';
import { aFrozenWindow } from './frozen/frozen-windows.builder.js';
import { LeaderboardsApp } from './leaderboards-app.builder.js';
import { aBoard } from './reading/board.builder.js';

const BOARD = 'leaderboards/league';
const DIVIDED = aBoard({
  key: 'league',
  ties: { columns: [], then: 'shared' },
  windows: [{ kind: 'all' }],
  splits: [
    { key: 'country', attributes: ['country'] },
    { key: 'vip', segment: 'vips' },
  ],
});

describe('reads of a leaderboard over HTTP, of other than pages', () => {
  let world: LeaderboardsApp;

  beforeEach(async () => {
    world = await LeaderboardsApp.start();
    world.boards = { ws_1: [DIVIDED] };
    const add = (playerId: string, score: number, ...parts: string[]): void =>
      world.ranks.put(playerId, score, [], 0, parts.sort());
    add('ann', 90, 'country:DE', 'vip');
    add('bob', 80, 'country:FR');
    add('cid', 80, 'country:DE');
    add('dan', 50, 'country:DE', 'vip');
    add('eve', -10, 'country:FR');
  });

  afterEach(() => world.close());

  const read = async <T = BoardSpanDto>(path: string, token?: string): Promise<T> => {
    const { status, body } = await world.get(path, token);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body as T;
  };

  /** `rank player` of each row. */
  const rows = async (path: string): Promise<string[]> =>
    (await read(path)).entries.map(({ rank, playerId }) => `${rank} ${playerId}`);

  describe('of a segment', () => {
    it('rank within it, and say so', async () => {
      expect(await read(`${BOARD}?segment=country:DE`)).toMatchObject({
        segment: 'country:DE',
        total: 3,
        entries: [
          { rank: 1, playerId: 'ann' },
          { rank: 2, playerId: 'cid' },
          { rank: 3, playerId: 'dan' },
        ],
      });
      expect(await rows(`${BOARD}/around/cid?segment=country:DE&limit=1`)).toEqual(['2 cid']);
      expect(await rows(`${BOARD}/around/bob?segment=country:DE`)).toEqual([]);
      expect(await rows(`${BOARD}?segment=country:AT`)).toEqual([]);
    });

    it('are listed by how they begin', async () => {
      const parts = (query: string) => read<BoardPartsDto>(`${BOARD}/parts${query}`);
      const [DE, FR] = [{ segment: 'country:DE' }, { segment: 'country:FR' }];
      expect(await parts('')).toEqual({
        ...{ board: 'league', window: 'all', hasMore: false },
        entries: [DE, FR, { segment: 'vip' }],
      });
      expect(await parts('?q=country:&limit=1')).toMatchObject({ entries: [DE], hasMore: true });
      expect(await parts('?q=country:F')).toMatchObject({ entries: [FR], hasMore: false });
      expect(await parts('?q=nothing')).toMatchObject({ entries: [] });
    });

    it('are not listed while Redis is away', async () => {
      world.ranks.isReachable = false;
      expect(await world.get(`${BOARD}/parts`)).toMatchObject({ status: 503, body: { code: 'http.unavailable' } });
    });

    it('are told apart from the whole, on the shared first page too', async () => {
      expect(await rows(`${BOARD}?limit=2`)).toEqual(['1 ann', '2 bob']);
      expect(await rows(`${BOARD}?limit=2&segment=vip`)).toEqual(['1 ann', '2 dan']);
    });

    it('refuse a cursor of another segment', async () => {
      const { next } = await read(`${BOARD}?limit=1&segment=vip`);
      expect(await rows(`${BOARD}?limit=1&segment=vip&cursor=${next}`)).toEqual(['2 dan']);
      for (const other of ['', '&segment=country:DE']) {
        expect(await world.get(`${BOARD}?limit=1&cursor=${next}${other}`)).toMatchObject({
          status: 400,
          body: { code: 'leaderboards.invalid_cursor' },
        });
      }
    });

    it('name those there are where they know none of this name', async () => {
      expect(await world.get(`${BOARD}?segment=team:red`)).toMatchObject({
        status: 404,
        body: {
          code: 'leaderboards.segment_not_found',
          detail: 'The segments of this leaderboard are: country:<country>, vip.',
        },
      });
    });
  });

  it('tell a standing’s rank on the whole and in each segment', async () => {
    expect(await read(`${BOARD}/players/dan`)).toMatchObject({
      total: 5,
      entry: {
        rank: 4,
        percentile: 40,
        segments: [
          { segment: 'country:DE', rank: 3, total: 3 },
          { segment: 'vip', rank: 2, total: 2 },
        ],
      },
    });
    expect(await read(`${BOARD}/players/dan?segment=vip`)).toMatchObject({
      segment: 'vip',
      total: 2,
      entry: { rank: 2, percentile: 50, segments: [] },
    });
  });

  it('count percentiles by the rows before, not by dense ranks', async () => {
    world.boards = { ws_1: [{ ...DIVIDED, numbering: 'dense' }] };
    expect(await read(`${BOARD}/players/dan`)).toMatchObject({ entry: { rank: 3, percentile: 40 } });
  });

  it.each([
    ['80', ['1 ann', '2 bob', '2 cid']],
    ['60', ['2 cid', '4 dan', '5 eve']],
    ['1000', ['1 ann', '2 bob', '2 cid']],
    ['-1000', ['2 cid', '4 dan', '5 eve']],
  ])('answer the rows around the score %s', async (score, expected) => {
    expect(await rows(`${BOARD}/around?score=${score}&limit=3`)).toEqual(expected);
  });

  it('answer a list of players in the order of the board, with the rank among them', async () => {
    const list = await read<BoardListDto>(`${BOARD}/players?ids=eve,cid,nobody,bob`);
    expect(list.total).toBe(5);
    expect(list.entries.map(({ rank, listRank, playerId }) => [rank, listRank, playerId])).toEqual([
      [2, 1, 'bob'],
      [2, 1, 'cid'],
      [5, 3, 'eve'],
    ]);
  });

  it('take ids with commas one by one', async () => {
    world.ranks.put('o,neil', 70, [], 0);
    const ids = 'ids=o%2Cneil&ids=eve';
    expect(await rows(`${BOARD}/players?${ids}`)).toEqual(['4 o,neil', '6 eve']);
  });

  it('page through the best percent: at least one, and all who share the last rank', async () => {
    expect(await read(`${BOARD}/top?percent=0.01`)).toMatchObject({ count: 1, total: 5, next: null, prev: null });
    const first = await read(`${BOARD}/top?percent=40&limit=2`);
    expect(first).toMatchObject({ count: 3, entries: [{ playerId: 'ann' }, { playerId: 'bob' }] });
    const second = await read(`${BOARD}/top?percent=40&limit=2&cursor=${first.next}`);
    expect(second).toMatchObject({ count: 3, entries: [{ playerId: 'cid' }], next: null });
    expect(await read(`${BOARD}/top?percent=40&limit=2&cursor=${second.prev}`)).toEqual(first);
    expect(await world.get(`${BOARD}/top?percent=50&cursor=${first.next}`)).toMatchObject({ status: 400 });
  });

  it('answer the rows of a range of ranks', async () => {
    expect(await rows(`${BOARD}/ranks?from=2&to=4`)).toEqual(['2 bob', '2 cid', '4 dan']);
    expect(await rows(`${BOARD}/ranks?from=3&to=3`)).toEqual([]);
    expect(await rows(`${BOARD}/ranks?from=4`)).toEqual(['4 dan', '5 eve']);
    expect(await rows(`${BOARD}/ranks?from=100&to=200`)).toEqual([]);
  });

  it('answer and count the rows of a range of scores', async () => {
    expect(await read(`${BOARD}/scores?min=50&max=80&limit=1`)).toMatchObject({
      count: 3,
      total: 5,
      entries: [{ rank: 2, playerId: 'bob' }],
      prev: null,
    });
    expect(await rows(`${BOARD}/scores?max=0`)).toEqual(['5 eve']);
    expect(await read(`${BOARD}/scores`)).toMatchObject({ count: 5 });
  });

  it('answer what it takes to be at percentiles', async () => {
    expect(await read(`${BOARD}/percentiles?at=100,50,1`)).toMatchObject({
      percentiles: [
        { percentile: 100, entry: { playerId: 'ann', score: 90 } },
        { percentile: 50, entry: { rank: 2, score: 80 } },
        { percentile: 1, entry: { playerId: 'eve', score: -10 } },
      ],
    });
    world.ranks.entries.clear();
    expect(await read(`${BOARD}/percentiles?at=50`)).toMatchObject({ percentiles: [{ entry: null }] });
  });

  it.each([
    ['around', ['/score']],
    ['around?score=1.5', ['/score']],
    ['around?score=', ['/score']],
    ['players', ['/ids']],
    ['players?ids=', ['/ids']],
    ['players?ids=a,,b', ['/ids']],
    [`players?ids=${Array.from({ length: 101 }, (_, index) => index).join(',')}`, ['/ids']],
    ['top', ['/percent']],
    ['top?percent=0', ['/percent']],
    ['top?percent=100.01', ['/percent']],
    ['top?percent=1e1', ['/percent']],
    ['ranks?from=0', ['/from']],
    ['ranks?from=5&to=4', ['/to']],
    ['scores?min=ten', ['/min']],
    ['scores?min=5&max=4', ['/max']],
    ['percentiles', ['/at']],
    ['percentiles?at=101', ['/at']],
    ['players/ann/history?limit=0', ['/limit']],
    ['top?percent=10&offset=1', ['/offset']],
  ])('refuse %s, and say which parameter is wrong', async (path, wrong) => {
    const { status, body } = await world.get(`${BOARD}/${path}`);
    const { code, errors } = body as { code: string; errors: { path: string }[] };
    expect({ status, code }).toEqual({ status: 422, code: 'http.invalid_input' });
    expect([...new Set(errors.map(({ path: pointer }) => pointer))]).toEqual(wrong);
  });

  describe('while ranks are warming', () => {
    beforeEach(() => {
      world.committed = new Map([[0, { epoch: 1, offset: 7 }]]);
      for (const [playerId, score] of [
        ['bob', 80],
        ['ann', 90],
      ] as const) {
        world.players.set(playerId, { playerId, score, columns: [], reachedAt: 0 });
      }
    });

    it('give scores of the players who are asked for, and no ranks', async () => {
      expect(await read(`${BOARD}/players?ids=bob,ann,cid`)).toMatchObject({
        warming: true,
        total: null,
        entries: [
          { rank: null, listRank: null, playerId: 'ann', score: 90 },
          { rank: null, listRank: null, playerId: 'bob', score: 80 },
        ],
      });
      expect(await read(`${BOARD}/players/ann`)).toMatchObject({
        warming: true,
        entry: { score: 90, percentile: null, segments: [] },
      });
    });

    it.each(['around?score=5', 'top?percent=10', 'ranks', 'scores'])('give no rows at %s', async (path) => {
      expect(await read(`${BOARD}/${path}`)).toMatchObject({ warming: true, total: null, entries: [] });
    });
  });

  it('keep a leaderboard for servers from player tokens and publishable keys', async () => {
    world.boards = { ws_1: [{ ...DIVIDED, serverOnly: true }] };
    const paths = ['', '/around/ann', '/around?score=1', '/players/ann', '/players?ids=ann', '/players/ann/history'];
    for (const path of [...paths, '/top?percent=10', '/ranks', '/scores', '/percentiles?at=50']) {
      for (const token of ['player', 'publishable']) {
        expect(await world.get(BOARD + path, token)).toMatchObject({
          status: 403,
          body: { code: 'leaderboards.server_only' },
        });
      }
      expect((await world.get(BOARD + path)).status).toBe(200);
    }
  });

  describe('of all leaderboards of a player', () => {
    beforeEach(() => {
      const [cup, empty] = ['cup', 'empty'].map((key) => ({ ...DIVIDED, key }));
      const secret = { ...DIVIDED, key: 'secret', serverOnly: true } as const;
      world.boards = { ws_1: [DIVIDED, cup ?? DIVIDED, secret, empty ?? DIVIDED] };
      const windows = new Map(['league', 'cup', 'secret', 'gone'].map((key) => [`${key}@1`, ['all']] as const));
      world.entries.windows.set('ann', windows);
    });

    const boardsOf = async (token?: string): Promise<string[]> => {
      const { leaderboards } = await read<{ leaderboards: { board: string }[] }>('players/ann/leaderboards', token);
      return leaderboards.map(({ board }) => board);
    };

    it('answer the standings on those that the player is on', async () => {
      expect(await read('players/ann/leaderboards')).toMatchObject({
        playerId: 'ann',
        leaderboards: [{ board: 'league', window: { key: 'all' }, total: 5, entry: { rank: 1 } }, {}, {}],
      });
      expect(await boardsOf()).toEqual(['league', 'cup', 'secret']);
      expect(world.ranks.reads).toBe(6);
    });

    it('leave those for servers out where anyone may ask', async () => {
      expect(await boardsOf('player')).toEqual(['league', 'cup']);
    });

    it('know no player whom no event has named', async () => {
      expect(await world.get('players/nobody/leaderboards')).toMatchObject({
        status: 404,
        body: { code: 'leaderboards.player_not_found' },
      });
    });
  });

  describe('of windows that have ended', () => {
    const WEEK = aFrozenWindow({ board: 'league@1' });
    const frozenRow = (playerId: string, rank: number, score: number, ...parts: string[]): FrozenRow => ({
      ...{ playerId, rank, score, columns: [], reachedAt: null, parts },
    });
    const FINAL = [
      frozenRow('bob', 1, 9, 'country:FR'),
      frozenRow('ann', 2, 8, 'country:DE', 'vip'),
      frozenRow('dan', 2, 8, 'country:DE', 'vip'),
      frozenRow('eve', 4, 1, 'country:FR'),
    ];
    const OVER = `window=${WEEK.window}`;

    beforeEach(() => {
      world.boards = { ws_1: [{ ...DIVIDED, windows: [{ kind: 'weekly' }] }] };
      world.past = [world.frozen.put(WEEK, FINAL)];
    });

    it('answer as they ended, whatever Redis has', async () => {
      world.ranks.isReachable = false;
      const first = await read(`${BOARD}?${OVER}&limit=3`);
      expect(first).toMatchObject({
        window: { key: '2025-W52', closed: true },
        asOf: '2025-12-29T00:00:01.000Z',
        total: 4,
        entries: [{ rank: 1 }, { rank: 2, playerId: 'ann' }, { rank: 2 }],
        prev: null,
      });
      const second = await read(`${BOARD}?${OVER}&limit=3&cursor=${first.next}`);
      expect(second).toMatchObject({ entries: [{ rank: 4, playerId: 'eve' }], next: null });
      expect(await read(`${BOARD}?${OVER}&limit=3&cursor=${second.prev}`)).toEqual(first);
      expect(world.ranks.reads).toBe(0);
    });

    it('answer every question', async () => {
      expect(await rows(`${BOARD}?${OVER}&segment=vip`)).toEqual(['1 ann', '2 dan']);
      expect(await rows(`${BOARD}?${OVER}&offset=2`)).toEqual(['2 dan', '4 eve']);
      expect(await read(`${BOARD}/parts?${OVER}&q=c`)).toMatchObject({
        entries: [{ segment: 'country:DE' }, { segment: 'country:FR' }],
      });
      expect(await rows(`${BOARD}/around/eve?${OVER}&limit=2`)).toEqual(['2 dan', '4 eve']);
      expect(await rows(`${BOARD}/around?${OVER}&score=8&limit=1`)).toEqual(['2 ann']);
      expect(await rows(`${BOARD}/ranks?${OVER}&from=2&to=2`)).toEqual(['2 ann', '2 dan']);
      expect(await rows(`${BOARD}/scores?${OVER}&min=8`)).toEqual(['1 bob', '2 ann', '2 dan']);
      expect(await rows(`${BOARD}/top?${OVER}&percent=50`)).toEqual(['1 bob', '2 ann', '2 dan']);
      expect(await rows(`${BOARD}/players?${OVER}&ids=eve,bob`)).toEqual(['1 bob', '4 eve']);
      expect(await read(`${BOARD}/percentiles?${OVER}&at=75`)).toMatchObject({
        percentiles: [{ entry: { playerId: 'ann' } }],
      });
      expect(await read(`${BOARD}/players/dan?${OVER}`)).toMatchObject({
        entry: {
          rank: 2,
          percentile: 75,
          segments: [
            { segment: 'country:DE', rank: 2, total: 2 },
            { segment: 'vip', rank: 2, total: 2 },
          ],
        },
      });
    });

    it('count percentiles by the rows before, however they were numbered', async () => {
      const percentileOf = async (playerId: string): Promise<unknown> =>
        (await read<{ entry: { percentile: number } }>(`${BOARD}/players/${playerId}?${OVER}`)).entry.percentile;
      const expected = [100, 75, 75, 25];
      expect(await Promise.all(FINAL.map(({ playerId }) => percentileOf(playerId)))).toEqual(expected);
      world.frozen.put(
        WEEK,
        FINAL.map((row) => (row.rank === 4 ? { ...row, rank: 3 } : row)),
      );
      world.clock.advance(1_000);
      expect(await Promise.all(FINAL.map(({ playerId }) => percentileOf(playerId)))).toEqual(expected);
    });

    it('are read from Redis until they are kept, and not from where they have just left', async () => {
      world.frozen.put({ ...WEEK, state: 'closing' });
      expect(await read(`${BOARD}?${OVER}`)).toMatchObject({ window: { closed: true }, total: 5 });
      world.frozen.put(WEEK, FINAL);
      world.clock.advance(100);
      expect(await read(`${BOARD}?${OVER}`)).toMatchObject({ window: { closed: true }, total: 4 });
    });

    it('give no ranks of a schedule that the board no longer has until they are kept', async () => {
      const month = aFrozenWindow({ board: 'league@1', window: '2025-12', name: 'monthly', state: 'closing' });
      world.frozen.put(month);
      expect(await read(`${BOARD}?window=2025-12`)).toMatchObject({ warming: true, entries: [] });
    });

    it('tell where a player ended in each, the latest first', async () => {
      const before = aFrozenWindow({ board: 'league@1', window: '2025-W51', end: WEEK.start, closesAt: WEEK.start });
      world.past.push(world.frozen.put(before, [frozenRow('bob', 1, 5)]));
      const first = await read<{ entries: unknown[]; next: string }>(`${BOARD}/players/ann/history?limit=1`);
      expect(first.entries).toMatchObject([
        { window: { key: '2025-W52', closed: true }, total: 4, entry: { rank: 2 } },
      ]);
      expect(await read(`${BOARD}/players/ann/history?limit=1&cursor=${first.next}`)).toMatchObject({
        entries: [{ window: { key: '2025-W51' }, total: 1, entry: null }],
        next: null,
      });
      expect(await world.get(`${BOARD}/players/bob/history?cursor=${first.next}`)).toMatchObject({ status: 400 });
    });
  });
});
