import { tierIndex } from '@laurel/leaderboards-domain';
import type { Player } from '../player.js';
import type { Program } from '../program.js';
import type { HandedOver } from './handed-over.js';

/** The tiers of two players who are one: of each league the higher. Of one that the program lacks, the player's own stands. */
export function combineLeagues(
  program: Pick<Program, 'boards'>,
  mine: Player['leagues'],
  theirs: HandedOver['leagues'],
): Player['leagues'] {
  if (!theirs) return mine;
  const all = new Map(mine);
  for (const [board, tier] of Object.entries(theirs)) {
    const own = all.get(board);
    const league = program.boards.get(board)?.definition.league;
    const isHigher = own !== undefined && league && tierIndex(league, tier) > tierIndex(league, own);
    if (own === undefined || isHigher) all.set(board, tier);
  }
  return all.size === 0 ? undefined : all;
}
