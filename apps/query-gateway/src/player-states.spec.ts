import { defineError, err, ok } from '@laurel/kernel';
import type { GetPlayerBoardsHandler } from '@laurel/leaderboards-feature';
import type { RankSight } from '@laurel/live-feature';
import type { GetPlayerHandler } from '@laurel/players-feature';
import { ReadPlayerStates } from './player-states.js';

const NOT_FOUND = defineError('players.not_found', 'not_found', 'No player')('Nobody.');
const HAS = {
  ...{ status: 'active', stats: { points: 3 }, balances: { coins: 7 }, attributes: { city: 'London' } },
  ...{ titles: ['champion'], items: { chest: 1 } },
} as const;

const standing = (board: string, rank: number | null) => ({
  board,
  window: { key: 'all' },
  total: rank === null ? null : 20,
  entry: { rank, score: 3 },
});

describe('what is watched of a player', () => {
  let isKnown: boolean;
  let asked: unknown[];
  let states: ReadPlayerStates;

  beforeEach(() => {
    isKnown = true;
    asked = [];
    const players = { execute: async () => (isKnown ? ok({ ...HAS, playerId: 'arsenal' }) : err(NOT_FOUND)) };
    const boards = {
      execute: async (question: unknown) => {
        asked.push(question);
        return isKnown ? ok({ leaderboards: [standing('league', 2), standing('cup', null)] }) : err(NOT_FOUND);
      },
    };
    states = new ReadPlayerStates(players as unknown as GetPlayerHandler, boards as unknown as GetPlayerBoardsHandler);
  });

  const read = (ranks: RankSight) => states.read({ workspace: 'ws_1', playerId: 'arsenal', ranks });

  it('is what reading the player and its places answers', async () => {
    expect(await read({ kind: 'all' })).toEqual(
      ok({
        ...HAS,
        ranks: [
          { leaderboard: 'league', window: 'all', rank: 2, score: 3, total: 20 },
          { leaderboard: 'cup', window: 'all', rank: null, score: 3, total: null },
        ],
      }),
    );
    expect(asked).toEqual([{ workspace: 'ws_1', playerId: 'arsenal', isPublic: false }]);
  });

  it('has, for a token that was minted for some boards, the ranks of those alone', async () => {
    expect(await read({ kind: 'public', boards: ['cup'] })).toMatchObject({
      value: { ranks: [{ leaderboard: 'cup' }] },
    });
    expect(asked).toMatchObject([{ isPublic: true }]);
  });

  it('has no ranks for who may read no boards, and asks for none', async () => {
    expect(await read({ kind: 'none' })).toMatchObject({ value: { ranks: [] } });
    expect(asked).toEqual([]);
  });

  it('is nothing where the player is not known', async () => {
    isKnown = false;
    expect(await read({ kind: 'all' })).toEqual(err(NOT_FOUND));
  });
});
