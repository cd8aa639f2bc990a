import type { DecisionEvent } from '@laurel/rules-domain';
import { type Decided, type Player, type Program, decide, verdictsOfTrial } from '@laurel/scoring-domain';
import type { TriedPlaces } from './tried-places.js';

/**
 * Decides an event of a trial, with the places among the first players that the trial hands out.
 *
 * @param now decision time, ms
 */
export async function decideTrial(
  program: Program,
  player: Player,
  event: DecisionEvent & { readonly playerId: string },
  now: number,
  places: TriedPlaces,
): Promise<Decided> {
  if (!program.rules.claims) return told(decide(program, player, event, { now }));
  const claims = new Map<string, boolean>();
  for (;;) {
    const decided = decide(program, player, event, { now, claims: (rule) => claims.get(rule) });
    const { wanted } = decided;
    // A trial gives no seats, so none is asked for.
    if (!wanted || !('rule' in wanted)) return told(decided);
    claims.set(wanted.rule, await places.take(wanted, event.playerId));
  }
}

const told = (decided: Decided): Decided => ({ ...decided, verdicts: verdictsOfTrial(decided) });
