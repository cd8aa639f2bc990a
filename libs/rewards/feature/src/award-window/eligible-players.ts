import { PLAYERS_COLLECTION, type PlayerDocument, playerDocumentId } from '@laurel/contracts';
import type { ReleasedProgram } from '@laurel/releases-domain';
import type { ReleasedRewardSchedule } from '@laurel/rewards-domain';
import { NEW_RULE_PLAYER, type RulePlayer, compileSegment } from '@laurel/rules-domain';
import type { Db } from 'mongodb';

/** Which of some players are eligible. */
export type FindEligible = (playerIds: readonly string[]) => Promise<(playerId: string) => boolean>;

/**
 * Asks for the players as they are, at the time that the window closed. Undefined where everybody is eligible.
 *
 * @param at ms
 */
export function findEligible(
  db: Db,
  workspace: string,
  program: ReleasedProgram,
  { eligible }: ReleasedRewardSchedule,
  at: number,
): FindEligible | undefined {
  const definition = eligible && program.segments?.find(({ key }) => key === eligible.segment);
  if (!definition) return undefined;
  const segment = compileSegment(definition, program);
  return async (playerIds) => {
    const _id = { $in: playerIds.map((playerId) => playerDocumentId(workspace, playerId)) };
    const found = await db.collection<PlayerDocument>(PLAYERS_COLLECTION).find({ _id }).toArray();
    const players = new Map(found.map((player) => [player.playerId, toRulePlayer(player)]));
    return (playerId) => segment.holds(players.get(playerId) ?? NEW_RULE_PLAYER, at);
  };
}

const toRulePlayer = ({ stats, balances, profile }: PlayerDocument): RulePlayer => ({
  stats: new Map(Object.entries(stats)),
  balances: new Map(Object.entries(balances)),
  ...(profile ? { profile } : {}),
});
