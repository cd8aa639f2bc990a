import type { StandingRow } from '@laurel/sdk';
import { rowsBehind } from './board-rows.js';

const row = (rank: number, playerId: string): StandingRow => ({
  ...{ rank, playerId, score: 100 - rank, columns: {}, reachedAt: null },
});
const names = (rows: readonly StandingRow[]): string[] => rows.map(({ playerId }) => playerId);

describe('the rows of a board on its page', () => {
  it('are the live ones, and behind them those of the pages', () => {
    expect(names(rowsBehind([row(1, 'ann'), row(2, 'bob')], [row(3, 'cid'), row(4, 'dan')]))).toEqual([
      ...['ann', 'bob', 'cid', 'dan'],
    ]);
  });

  it('name nobody twice who moved since a page was read', () => {
    const live = [row(1, 'cid'), row(2, 'ann')];
    expect(names(rowsBehind(live, [row(3, 'cid'), row(4, 'dan'), row(4, 'dan')]))).toEqual(['cid', 'ann', 'dan']);
  });
});
