import type { LiveView, RankMove, StandingRow } from '@laurel/contracts';
import fc from 'fast-check';
import { movesBetween } from './rank-moves.js';

/** Rows by name and rank: `a1 b2`. */
const rows = (text: string): StandingRow[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({
      rank: Number(word.slice(1)),
      playerId: word.slice(0, 1),
      score: 0,
      columns: {},
      reachedAt: null,
    }));

/** Moves as text: `a1>2(b)`. */
const told = (before: string, after: string, kind: LiveView['kind'] = 'top'): string =>
  movesBetween(rows(before), rows(after), kind)
    .map(({ playerId, from, to, overtakenBy }) => {
      const by = overtakenBy === undefined ? '' : `(${overtakenBy.join('')})`;
      return `${playerId}${from ?? '-'}>${to ?? '-'}${by}`;
    })
    .join(' ');

describe('moves of ranks', () => {
  it('are none when no rank changed', () => {
    expect(told('a1 b2', 'a1 b2')).toBe('');
  });

  it('name who overtook whom', () => {
    expect(told('a1 b2 c3', 'b1 a2 c3')).toBe('b2>1 a1>2(b)');
  });

  it('name at most three who overtook, the best first', () => {
    expect(told('a1 b2 c3 d4 e5', 'e1 d2 c3 b4 a5')).toBe('e5>1 d4>2(e) b2>4(edc) a1>5(edc)');
  });

  it('let who is new to the best rows overtake those below', () => {
    expect(told('a1 b2', 'a1 z2')).toBe('z->2 b2>-');
    expect(told('a1 b2', 'a1 z2 b3')).toBe('z->2 b2>3(z)');
  });

  it('do not tell from where somebody came into the rows around a player', () => {
    expect(told('b7 c8', 'z6 b7 c9', 'around')).toBe('z->6 c8>9');
    expect(told('b7 c8', 'c6 b7', 'around')).toBe('c8>6');
    expect(told('b7 c8', 'c7 b8', 'around')).toBe('c8>7 b7>8(c)');
  });

  it('of who leaves lead nowhere and accuse nobody', () => {
    expect(told('a1 b2 c3', 'b1 c2')).toBe('b2>1 c3>2 a1>-');
  });

  it('say nobody was overtaken when a row above went away', () => {
    expect(told('a1 b2 c3', 'b1 c2')).not.toContain('(');
  });

  it('do not count a tie as overtaking, neither into it nor out of it', () => {
    expect(told('a1 b2', 'a1 b1')).toBe('b2>1');
    expect(told('a1 b1 c3', 'b1 a2 c3')).toBe('a1>2');
    expect(told('a1 b1 c3', 'c1 a2 b2')).toBe('c3>1 a1>2(c) b1>2(c)');
  });

  it('leave out rows that have no ranks', () => {
    const unranked = rows('a1').map((row) => ({ ...row, rank: null }));
    expect(movesBetween(unranked, unranked, 'around')).toEqual([]);
    expect(movesBetween(unranked, [], 'around')).toEqual([]);
  });

  it('agree with both tables, whatever they are', () => {
    fc.assert(
      fc.property(tables, tables, fc.constantFrom('top', 'around'), (before, after, kind) => {
        const moves = movesBetween(before, after, kind);
        const ranks = new Map(before.map(({ playerId, rank }) => [playerId, rank]));
        for (const { playerId, to } of moves) {
          if (to === null) ranks.delete(playerId);
          else ranks.set(playerId, to);
        }
        expect(ranks).toEqual(new Map(after.map(({ playerId, rank }) => [playerId, rank])));
        for (const move of moves) expectRight(move, before, after, kind);
      }),
    );
  });
});

/** Tables of up to eight of ten players, some of them tied as `competition` numbers them. */
const tables: fc.Arbitrary<StandingRow[]> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...'abcdefghij'), fc.nat({ max: 5 })), {
    selector: ([playerId]) => playerId,
    maxLength: 8,
  })
  .map((entries) =>
    entries
      .map(([playerId, score]) => ({
        rank: 1 + entries.filter(([, other]) => other > score).length,
        playerId,
        score,
        columns: {},
        reachedAt: null,
      }))
      .sort((left, right) => left.rank - right.rank || (left.playerId < right.playerId ? -1 : 1)),
  );

function expectRight(
  { playerId, from, to, overtakenBy = [] }: RankMove,
  before: readonly StandingRow[],
  after: readonly StandingRow[],
  kind: LiveView['kind'],
): void {
  const rankIn = (table: readonly StandingRow[], id: string) => table.find((row) => row.playerId === id)?.rank;
  expect({ from, to }).toEqual({ from: rankIn(before, playerId) ?? null, to: rankIn(after, playerId) ?? null });
  expect(from).not.toBe(to);
  const newcomer = kind === 'top' ? Number.POSITIVE_INFINITY : 0;
  const overtakers = after.filter(
    (row) => from !== null && to !== null && (rankIn(before, row.playerId) ?? newcomer) > from && (row.rank ?? to) < to,
  );
  expect(overtakenBy).toEqual(overtakers.slice(0, 3).map((row) => row.playerId));
}
