import type { ServerFrame, StandingRow } from '@laurel/contracts';
import { CrowdCount, type Position } from './crowd-count.ts';

const row: StandingRow = { rank: 1, playerId: 'ada', score: 1, columns: {}, reachedAt: null };
const delta = (epoch: string, seq: number): ServerFrame => ({
  ...{ type: 'delta', subscription: 's', epoch, seq, changed: [row, row], removed: ['bob'], total: 3 },
});
const snapshot = (epoch: string, seq: number): ServerFrame => ({
  ...{ type: 'snapshot', subscription: 's', topic: 't', window: 'all', epoch, seq, total: 1, entries: [row] },
});

function totalOf(...frames: readonly ServerFrame[]): CrowdCount['total'] {
  const count = new CrowdCount();
  let position: Position | undefined;
  for (const frame of frames) position = count.take(frame, position);
  return count.total;
}

describe('the count of a crowd', () => {
  it('is of rows that deltas changed or removed', () => {
    const counted = totalOf(snapshot('e', 1), delta('e', 2), delta('e', 3));
    expect(counted).toEqual({ lost: 0, deltas: 2, rows: 6, gaps: 0, skips: 0 });
  });

  it('tells deltas that do not continue, and snapshots in place of deltas', () => {
    expect(totalOf(snapshot('e', 1), delta('e', 3)).gaps).toBe(1);
    expect(totalOf(snapshot('e', 1), delta('f', 2)).gaps).toBe(1);
    expect(totalOf(delta('e', 2)).gaps).toBe(1);
    expect(totalOf(snapshot('e', 1), snapshot('e', 4), delta('e', 5))).toMatchObject({ gaps: 0, skips: 1 });
    expect(totalOf(snapshot('e', 1), snapshot('f', 1))).toMatchObject({ gaps: 0, skips: 0 });
  });

  it('reads the same bytes once', () => {
    const count = new CrowdCount();
    const bytes = JSON.stringify(delta('e', 2));
    const first = count.read(Buffer.from(bytes));
    expect(first).toEqual(delta('e', 2));
    expect(count.read(Buffer.from(bytes))).toBe(first);
    expect(count.read(Buffer.from(JSON.stringify({ type: 'ready' })))).toEqual({ type: 'ready' });
  });
});
