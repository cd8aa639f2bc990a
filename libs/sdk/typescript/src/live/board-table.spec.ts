import type { BoardDeltaFrame, BoardSnapshotFrame, StandingRow } from '../generated/live-frames.js';
import { tableOf, withDelta } from './board-table.js';

const row = (rank: number | null, playerId: string, score = 10): StandingRow => ({
  rank,
  playerId,
  score,
  columns: {},
  reachedAt: null,
});
const PLACE = { subscription: 's', epoch: 'e', seq: 1 };
const snapshot = (entries: readonly StandingRow[], more: Partial<BoardSnapshotFrame> = {}): BoardSnapshotFrame => ({
  type: 'snapshot',
  topic: 'leaderboard:top',
  window: 'all',
  total: entries.length,
  entries,
  ...PLACE,
  ...more,
});
const delta = (changed: readonly StandingRow[], removed: readonly string[] = [], total = 3): BoardDeltaFrame => ({
  type: 'delta',
  changed,
  removed,
  total,
  ...PLACE,
});

describe('a table', () => {
  it('has its rows by rank, those of one rank by the bytes of their player', () => {
    const rows = [row(2, '\u{1f600}'), row(2, '\uffff'), row(2, 'b'), row(1, 'z'), row(null, 'a')];
    expect(tableOf(snapshot(rows)).rows.map(({ playerId }) => playerId)).toEqual([
      'z',
      'b',
      '\uffff',
      '\u{1f600}',
      'a',
    ]);
  });

  it('changes by what a delta names, and leaves the other rows as they are', () => {
    const before = tableOf(snapshot([row(1, 'a'), row(2, 'b'), row(3, 'c')]));
    const after = withDelta(before, delta([row(1, 'd', 20), row(2, 'a')], ['c'], 7));
    expect(after).toEqual({
      window: 'all',
      rows: [row(1, 'd', 20), row(2, 'a'), row(2, 'b')],
      total: 7,
      warming: false,
    });
    expect(after.rows[2]).toBe(before.rows[1]);
  });

  it('says that ranks are being rebuilt', () => {
    expect(tableOf(snapshot([], { warming: true, total: null }))).toMatchObject({
      warming: true,
      total: null,
      rows: [],
    });
  });
});
