import type { BoardTable, StandingRow } from '@laurel/sdk';
import { SHOWN_MS, withChange } from './recent-changes.js';

const row = (rank: number, playerId: string, score: number): StandingRow => ({
  ...{ rank, playerId, score, columns: {}, reachedAt: null },
});
const table = (...rows: StandingRow[]): BoardTable => ({ window: 'all', rows, total: rows.length, warming: false });
const BEFORE = table(row(1, 'ann', 9), row(2, 'bob', 7));
const AFTER = table(row(1, 'bob', 12), row(2, 'ann', 9));
const OVERTAKING = {
  kind: 'delta',
  changed: [row(1, 'bob', 12), row(2, 'ann', 9)],
  removed: [],
  moves: [
    { playerId: 'bob', from: 2, to: 1 },
    { playerId: 'ann', from: 1, to: 2, overtakenBy: ['bob'] },
  ],
} as const;

describe('what just happened to rows', () => {
  it('tells places won and lost, points, and who went past', () => {
    const recent = withChange(new Map(), BEFORE, OVERTAKING, 100);
    expect(recent.get('bob')).toEqual({ places: 1, score: 5, overtakenBy: [], isNew: false, at: 100 });
    expect(recent.get('ann')).toEqual({ places: -1, score: 0, overtakenBy: ['bob'], isNew: false, at: 100 });
  });

  it('names rows that are new to the view', () => {
    const change = { kind: 'delta', changed: [row(3, 'cid', 1)], removed: [], moves: [] } as const;
    expect(withChange(new Map(), BEFORE, change, 100).get('cid')).toMatchObject({ isNew: true, score: 0 });
  });

  it('is forgotten after a while', () => {
    const recent = withChange(new Map(), BEFORE, OVERTAKING, 100);
    const nothing = { kind: 'delta', changed: [], removed: [], moves: [] } as const;
    expect(withChange(recent, AFTER, nothing, 100 + SHOWN_MS - 1).size).toBe(2);
    expect(withChange(recent, AFTER, nothing, 100 + SHOWN_MS).size).toBe(0);
  });

  it('begins anew with a snapshot', () => {
    const recent = withChange(new Map(), BEFORE, OVERTAKING, 100);
    expect(withChange(recent, AFTER, { kind: 'snapshot' }, 101).size).toBe(0);
  });
});
