import type { ServerFrame, StandingRow } from '@laurel/contracts';
import { react } from './live-connection.ts';
import { fromSnapshot } from './live-table.ts';

const WATCHED = { board: 'premier-league', window: '2014-15', limit: 20 };
const row = (rank: number | null, playerId: string, score: number): StandingRow => ({
  rank,
  playerId,
  score,
  columns: {},
  reachedAt: '2014-08-16T15:00:00Z',
});
const snapshot = {
  type: 'snapshot',
  subscription: 's1',
  topic: 'leaderboard:premier-league',
  window: '2014-15',
  epoch: 'e1',
  seq: 1,
  total: 2,
  entries: [row(1, 'arsenal', 3), row(2, 'chelsea', 1)],
} satisfies ServerFrame;
const delta = {
  type: 'delta',
  subscription: 's1',
  epoch: 'e1',
  seq: 2,
  changed: [row(1, 'chelsea', 4), row(2, 'arsenal', 3)],
  removed: [],
  total: 2,
} satisfies ServerFrame;
const table = fromSnapshot(snapshot);

describe('react', () => {
  it('subscribes to the window of the board when the server is ready', () => {
    expect(react({ type: 'ready' }, undefined, WATCHED)).toEqual({
      send: {
        type: 'subscribe',
        topic: 'leaderboard:premier-league',
        window: '2014-15',
        view: { kind: 'top', limit: 20 },
      },
    });
  });

  it('takes the rows of a snapshot as they are', () => {
    expect(react(snapshot, undefined, WATCHED)).toEqual({ table });
    expect(table.rows).toEqual(snapshot.entries);
  });

  it('merges a delta into the rows and orders them by rank', () => {
    expect(react(delta, table, WATCHED)).toEqual({ table: { ...table, seq: 2, rows: delta.changed } });
  });

  it('drops the rows that a delta removes', () => {
    const left = { ...delta, changed: [row(1, 'chelsea', 1)], removed: ['arsenal'] };
    expect(react(left, table, WATCHED)).toEqual({ table: { ...table, seq: 2, rows: [row(1, 'chelsea', 1)] } });
  });

  it('puts rows without a rank last, the higher score first', () => {
    const warming = { ...delta, changed: [row(null, 'burnley', 1), row(null, 'everton', 2)] };
    expect(react(warming, table, WATCHED)).toMatchObject({
      table: { rows: [{ rank: 1 }, { rank: 2 }, { playerId: 'everton' }, { playerId: 'burnley' }] },
    });
  });

  it.each([
    ['a delta that skips a frame', { ...delta, seq: 3 }, table],
    ['a delta that repeats a frame', { ...delta, seq: 1 }, table],
    ['a delta of another epoch', { ...delta, epoch: 'e2' }, table],
    ['a delta before any snapshot', delta, undefined],
  ])('leaves, to get a snapshot, on %s', (_, frame, before) => {
    expect(react(frame, before, WATCHED)).toEqual({ leave: 'a frame is missing' });
  });

  it('leaves when the server says bye or refuses', () => {
    expect(react({ type: 'bye', code: 'live.going_away' }, table, WATCHED)).toEqual({
      leave: 'the server says live.going_away',
    });
    expect(react({ type: 'error', code: 'live.unknown_topic', detail: 'no such board' }, table, WATCHED)).toEqual({
      leave: 'no such board',
    });
  });
});
