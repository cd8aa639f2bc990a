import { until } from '@laurel/testing';
import type { Answer } from '../stack/api.js';
import type { ConformanceBoard, ConformanceGame, Row } from './conformance-game.js';

const names = (answer: Answer): string[] => entriesOf(answer).map(({ rank, playerId }) => `${rank} ${playerId}`);
const entriesOf = ({ body }: Answer): readonly Row[] => (body['entries'] ?? []) as Row[];
const player = (index: number): string => `p${String(index).padStart(3, '0')}`;
/** Ranks from one to another, of players who are called by them. */
const ranked = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${from + index} ${player(from + index)}`);

const nextOf = ({ body }: Answer): string => body['next'] as string;
const prevOf = ({ body }: Answer): string => body['prev'] as string;

/** A clear refusal, 400 or 422. */
const refused = ({ status }: Answer): boolean => status === 400 || status === 422;

const PLAYERS = 60;

export function reads(game: () => ConformanceGame): void {
  let board: ConformanceBoard;

  /** `p001` has 600, `p002` 590, and so on. */
  beforeAll(async () => {
    board = await game().board('reads');
    await board.submitAll(Array.from({ length: PLAYERS }, (_, at) => [player(at + 1), (PLAYERS - at) * 10] as const));
    await until('all are ranked', async () => (await board.page()).body['total'] === PLAYERS);
  });

  it('18 answers an empty board as empty, whatever is asked of it', async () => {
    const empty = await game().board('empty');
    for (const path of [
      '',
      '/around/anna',
      '/around?score=5',
      '/players?ids=anna',
      '/top?percent=10',
      '/ranks?from=1&to=5',
      '/scores?min=0',
    ]) {
      const answer = await game().api.query(`/v1/leaderboards/${empty.key}${path}`);
      expect([path, answer.status, entriesOf(answer)]).toEqual([path, 200, []]);
    }
    expect(await empty.standing('anna')).toBeNull();
  });

  it('19 gives the first and the last page, nothing past the end, and refuses a bad limit or cursor', async () => {
    const first = await board.page('?limit=50');
    expect(names(first)).toEqual(ranked(1, 50));
    expect(first.body).toMatchObject({ prev: null });
    const last = await board.page(`?limit=50&cursor=${nextOf(first)}`);
    expect(names(last)).toEqual(ranked(51, 60));
    expect(last.body).toMatchObject({ next: null });
    expect(names(await board.read('ranks?from=61&to=70'))).toEqual([]);
    expect(names(await board.page('?limit=2&offset=57'))).toEqual(ranked(58, 59));
    expect(names(await board.page('?offset=60'))).toEqual([]);
    for (const query of ['?limit=0', '?limit=101', '?limit=x', '?cursor=nonsense', '?offset=-1', '?start=5']) {
      expect([query, refused(await board.page(query))]).toEqual([query, true]);
    }
  });

  it('20 gives a full page with right ranks around the top, the middle and the bottom', async () => {
    expect(names(await board.read('around/p001?limit=5'))).toEqual(ranked(1, 5));
    expect(names(await board.read('around/p030?limit=5'))).toEqual(ranked(28, 32));
    expect(names(await board.read('around/p060?limit=5'))).toEqual(ranked(56, 60));
  });

  it('21 gives the page around a player among repeated scores', async () => {
    const same = await game().board('same', { then: 'shared' });
    await same.submitAll(Array.from({ length: 9 }, (_, at) => [player(at + 1), at < 2 ? 9 : 5] as const));
    await same.expectRanks(...[1, 1, 3, 3, 3, 3, 3, 3, 3].map((rank, at) => `${rank} ${player(at + 1)}`));
    expect(names(await same.read('around/p005?limit=3'))).toEqual(['3 p004', '3 p005', '3 p006']);
  });

  it('22 gives nothing and no error for an absent player', async () => {
    expect(names(await board.read('around/nobody'))).toEqual([]);
    expect(await board.standing('nobody')).toBeNull();
  });

  it('23 gives the page around a score, below the least and above the most too', async () => {
    expect(names(await board.read('around?score=305&limit=4'))).toEqual(ranked(29, 32));
    expect(names(await board.read('around?score=0&limit=3'))).toEqual(ranked(58, 60));
    expect(names(await board.read('around?score=9999&limit=3'))).toEqual(ranked(1, 3));
  });

  it('24 keeps the order of the board for a list of ids, with the rank among them', async () => {
    const answer = await board.read('players?ids=p040,nobody,p002,p017');
    expect(names(answer)).toEqual(['2 p002', '17 p017', '40 p040']);
    expect((answer.body['entries'] as { listRank: number }[]).map(({ listRank }) => listRank)).toEqual([1, 2, 3]);
  });

  it('25 gives at least one of the best percent, and refuses more than a hundred', async () => {
    expect(names(await board.read('top?percent=10'))).toEqual(ranked(1, 6));
    expect(names(await board.read('top?percent=0.01'))).toEqual(ranked(1, 1));
    for (const percent of ['0', '101', '-1', 'x']) {
      expect([percent, refused(await board.read(`top?percent=${percent}`))]).toEqual([percent, true]);
    }
  });

  it('26 says a player’s percentile, and the score at a percentile', async () => {
    expect(await board.standing('p001')).toMatchObject({ percentile: 100 });
    expect(await board.standing('p031')).toMatchObject({ percentile: 50 });
    const { status, body } = await board.read('percentiles?at=50,100');
    expect([status, JSON.stringify(body)]).toEqual([200, expect.stringContaining('600')]);
  });

  it('27 gives a range of ranks and of scores, and counts the latter', async () => {
    expect(names(await board.read('ranks?from=11&to=13'))).toEqual(ranked(11, 13));
    const scores = await board.read('scores?min=500&max=520&limit=2');
    expect(names(scores)).toEqual(ranked(9, 10));
    expect(JSON.stringify(scores.body)).toContain('"count":3');
  });

  it('28 comes back to the same page with right ranks, next and then previous', async () => {
    const first = await board.page('?limit=7');
    const second = await board.page(`?limit=7&cursor=${nextOf(first)}`);
    const again = await board.page(`?limit=7&cursor=${prevOf(second)}`);
    expect(names(again)).toEqual(names(first));
    expect(names(second)).toEqual(ranked(8, 14));
  });

  it('29 refuses a cursor of another board, window or segment', async () => {
    const other = await game().board('reads-b', { windows: [{ kind: 'all' }, { kind: 'weekly' }] });
    await other.submitAll([
      ['anna', 3],
      ['bea', 2],
    ]);
    await other.expectRanks('1 anna', '2 bea');
    const { body } = await other.page('?window=all&limit=1');
    const cursor = body['next'] as string;
    expect((await other.page(`?window=all&limit=1&cursor=${cursor}`)).status).toBe(200);
    expect(refused(await board.page(`?cursor=${cursor}`))).toBe(true);
    expect(refused(await other.page(`?window=weekly&cursor=${cursor}`))).toBe(true);
  });

  it('30 says totals that agree with the list', async () => {
    let [cursor, rows] = ['', 0];
    for (;;) {
      const { body } = await board.page(`?limit=17${cursor}`);
      expect(body['total']).toBe(PLAYERS);
      rows += (body['entries'] as unknown[]).length;
      if (body['next'] === null) break;
      cursor = `&cursor=${body['next'] as string}`;
    }
    expect(rows).toBe(PLAYERS);
  });
}
