import type { StandingRow } from '@laurel/sdk';
import { MOST_ROWS, boardRows, pagesBehind } from './board-rows.js';

const row = (rank: number, playerId: string): StandingRow => ({
  ...{ rank, playerId, score: 100 - rank, columns: {}, reachedAt: null },
});

describe('the rows of a board on its page', () => {
  it('are the live ones, and behind them those of pages at their places', () => {
    const pages = [
      { first: 2, entries: [row(3, 'cid'), row(4, 'dan')] },
      { first: 98_000, entries: [row(98_001, 'zoe')] },
    ];
    const rows = boardRows([row(1, 'ann'), row(2, 'bob')], pages, 99_000);
    expect(rows.length).toBe(99_000);
    const at = (...places: number[]) => places.map((place) => rows.at(place)?.playerId);
    expect(at(0, 1, 2, 3)).toEqual(['ann', 'bob', 'cid', 'dan']);
    expect(at(4, 97_999, 98_000, 98_001)).toEqual([undefined, undefined, 'zoe', undefined]);
  });

  it('name nobody twice who has come among the live ones since a page was read', () => {
    const rows = boardRows([row(1, 'cid'), row(2, 'ann')], [{ first: 2, entries: [row(3, 'cid'), row(4, 'dan')] }], 4);
    expect([0, 1, 2, 3].map((place) => rows.at(place)?.playerId)).toEqual(['cid', 'ann', undefined, 'dan']);
  });

  it('are as many as browsers have room for', () => {
    expect(boardRows([], [], 5_000_000).length).toBe(MOST_ROWS);
  });
});

describe('the pages of a board that are read', () => {
  it('are those in sight or almost, up to the last row', () => {
    expect(pagesBehind(0, undefined, { first: 0, last: 0 })).toEqual([0]);
    expect(pagesBehind(0, 99_000, { first: 0, last: 70 })).toEqual([0, 1]);
    expect(pagesBehind(100, 99_000, { first: 98_955, last: 98_999 })).toEqual([989]);
    expect(pagesBehind(100, 99_000, { first: 98_900, last: 98_999 })).toEqual([988, 989]);
  });

  it('are none where all in sight is live', () => {
    expect(pagesBehind(100, 99_000, { first: 0, last: 40 })).toEqual([]);
    expect(pagesBehind(7, 7, { first: 0, last: 40 })).toEqual([]);
    expect(pagesBehind(100, 99_000, { first: 20, last: 60 })).toEqual([1]);
  });
});
