import type { StandingRow } from '@laurel/contracts';
import fc from 'fast-check';
import { NOT_READ, type ViewState, changeBetween } from './view-state.js';

const row = (rank: number, playerId: string, score = 10, more: Partial<StandingRow> = {}): StandingRow => ({
  rank,
  playerId,
  score,
  columns: { goals: 1 },
  reachedAt: '2014-08-01T00:00:00.000Z',
  ...more,
});

const state = (rows: readonly StandingRow[], more: Partial<ViewState> = {}): ViewState => ({
  boardId: 'b@1',
  window: '2026-W47',
  warming: false,
  total: rows.length,
  rows,
  ...more,
});

describe('what watchers are told', () => {
  it('is nothing when nothing changed', () => {
    expect(changeBetween(state([row(1, 'a')]), state([row(1, 'a')]), 'top')).toEqual({ kind: 'nothing' });
  });

  it('is only what changed', () => {
    const before = state([row(1, 'a'), row(2, 'b'), row(3, 'c')], { total: 9 });
    const after = state([row(1, 'b', 12), row(2, 'a'), row(3, 'd')], { total: 10 });
    expect(changeBetween(before, after, 'top')).toEqual({
      kind: 'delta',
      changed: [row(1, 'b', 12), row(2, 'a'), row(3, 'd')],
      removed: ['c'],
      total: 10,
      moves: [
        { playerId: 'b', from: 2, to: 1 },
        { playerId: 'a', from: 1, to: 2, overtakenBy: ['b'] },
        { playerId: 'd', from: null, to: 3 },
        { playerId: 'c', from: 3, to: null },
      ],
    });
  });

  it.each([
    ['a column', { columns: { goals: 2 } }],
    ['the time', { reachedAt: '2014-08-02T00:00:00.000Z' }],
    ['the score', { score: 11 }],
  ])('includes a row of which only %s changed', (_what, change) => {
    const after = row(1, 'a', 10, change);
    expect(changeBetween(state([row(1, 'a')]), state([after]), 'top')).toMatchObject({
      kind: 'delta',
      changed: [after],
    });
  });

  it('is the total alone when the change is outside of the view', () => {
    expect(changeBetween(state([row(1, 'a')], { total: 1 }), state([row(1, 'a')], { total: 2 }), 'top')).toEqual({
      kind: 'delta',
      changed: [],
      removed: [],
      total: 2,
    });
  });

  it.each([
    ['at first', NOT_READ, state([row(1, 'a')])],
    ['when ranks begin to warm', state([row(1, 'a')]), state([], { warming: true, total: null })],
    ['when ranks are right again', state([], { warming: true, total: null }), state([row(1, 'a')])],
    ['when the next window runs', state([row(1, 'a')]), state([row(1, 'a')], { window: '2026-W48' })],
    ['when the board has a new shape', state([row(1, 'a')]), state([row(1, 'a')], { boardId: 'b@2' })],
    [
      'when an unranked row changes',
      state([row(1, 'a', 1, { rank: null })], { warming: true, total: null }),
      state([row(1, 'a', 2, { rank: null })], { warming: true, total: null }),
    ],
  ])('is everything anew %s', (_when, before, after) => {
    expect(changeBetween(before, after, 'top')).toEqual({ kind: 'snapshot' });
  });

  it('is nothing while ranks keep warming', () => {
    const warming = state([], { warming: true, total: null });
    expect(changeBetween(warming, warming, 'top')).toEqual({ kind: 'nothing' });
  });

  it('brings a client that applies it to the same rows', () => {
    const rows = fc
      .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 0, max: 3 })), {
        selector: ([playerId]) => playerId,
      })
      .map((entries) => entries.map(([playerId, score], index) => row(index + 1, playerId, score)));
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const change = changeBetween(state(before), state(after), 'top');
        expect(applied(before, change)).toEqual(after);
      }),
    );
  });
});

/** What a client makes of a change. */
function applied(before: readonly StandingRow[], change: ReturnType<typeof changeBetween>): StandingRow[] {
  const rows = new Map(before.map((it) => [it.playerId, it]));
  if (change.kind === 'delta') {
    for (const playerId of change.removed) rows.delete(playerId);
    for (const it of change.changed) rows.set(it.playerId, it);
  }
  return [...rows.values()].sort((left, right) => (left.rank ?? 0) - (right.rank ?? 0));
}
