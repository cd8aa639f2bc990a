import { rankEntries } from './ranking.js';

const player = (playerId: string, score: number, column = 0, reachedAt = 0) => ({
  playerId,
  score,
  columns: [column],
  reachedAt,
});
const ties = (then: 'first_to_reach' | 'shared', order: 'asc' | 'desc' = 'desc') => ({
  columns: [{ stat: 'tie', order }],
  then,
});
const ranks = (rows: readonly { playerId: string; rank: number }[]) =>
  rows.map(({ playerId, rank }) => `${rank} ${playerId}`);

describe('rankEntries', () => {
  it('ranks descending and ascending', () => {
    const players = [player('low', -4), player('high', 7), player('zero', 0)];
    expect(ranks(rankEntries({ order: 'desc', ties: ties('shared') }, players))).toEqual(['1 high', '2 zero', '3 low']);
    expect(ranks(rankEntries({ order: 'asc', ties: ties('shared') }, players))).toEqual(['1 low', '2 zero', '3 high']);
  });

  it('breaks a tie by a column in its own direction', () => {
    const players = [player('a', 5, 1), player('b', 5, 2)];
    expect(ranks(rankEntries({ order: 'desc', ties: ties('shared', 'asc') }, players))).toEqual(['1 a', '2 b']);
    expect(ranks(rankEntries({ order: 'desc', ties: ties('shared', 'desc') }, players))).toEqual(['1 b', '2 a']);
  });

  it('ranks the earlier of two equal results first when the first to reach wins', () => {
    const players = [player('late', 5, 1, 20), player('early', 5, 1, 10)];
    expect(ranks(rankEntries({ order: 'desc', ties: ties('first_to_reach') }, players))).toEqual(['1 early', '2 late']);
  });

  it('gives equal results one rank and skips the next ones when ties are shared', () => {
    const players = [player('d', 3), player('a', 9), player('b', 5), player('c', 5)];
    expect(ranks(rankEntries({ order: 'desc', ties: ties('shared') }, players))).toEqual(['1 a', '2 b', '2 c', '4 d']);
  });

  it('keeps one fixed order, by player id, when everything is equal', () => {
    const players = [player('b', 1), player('a', 1)];
    expect(ranks(rankEntries({ order: 'desc', ties: ties('first_to_reach') }, players))).toEqual(['1 a', '2 b']);
  });
});
