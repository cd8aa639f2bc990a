import type { Player } from '../player.js';
import type { Program } from '../program.js';
import type { Decision } from './reducer.js';

/**
 * Changes a player whose entries may wait: those of a banned player change where they do, and nothing is told of them, since the
 * player stands nowhere.
 */
export function changeWithEntries(player: Player, change: (player: Player) => Decision): Decision {
  const { withheld, ...rest } = player;
  if (!withheld) return change(player);
  const { player: changed, effects } = change({ ...rest, boards: withheld });
  const { boards, ...others } = changed;
  return {
    player: { ...others, boards: player.boards, withheld: boards },
    effects: effects.filter(({ kind }) => kind !== 'standing'),
  };
}

/** The boards that add up: to any other a recording is a result of its own, and a total that is put right is none. */
export const sumBoardsOf = ({
  stats,
  boardsByStat,
}: Pick<Program, 'stats' | 'boardsByStat'>): Pick<Program, 'stats' | 'boardsByStat'> => ({
  stats,
  boardsByStat: new Map(
    Array.from(boardsByStat, ([stat, boards]) => [
      stat,
      boards.filter(({ definition }) => definition.aggregation === 'sum'),
    ]),
  ),
});
