import type { BoardDefinition } from '@laurel/leaderboards-domain';

/**
 * Ranks among some rows of a board, numbered as the board numbers.
 *
 * @param ranks of the rows on the whole board, ascending; null where they are not known
 */
export function listRanks(
  { numbering }: Pick<BoardDefinition, 'numbering'>,
  ranks: readonly (number | null)[],
): (number | null)[] {
  let rank = 0;
  return ranks.map((overall, index) => {
    if (overall === null) return null;
    if (index === 0 || ranks[index - 1] !== overall) rank = numbering === 'dense' ? rank + 1 : index + 1;
    return rank;
  });
}
