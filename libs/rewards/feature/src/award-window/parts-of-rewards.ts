import type { GrantPart } from '@laurel/contracts';
import type { ReleasedProgram } from '@laurel/releases-domain';
import type { RewardPart } from '@laurel/rewards-domain';
import { unitsOfLiteral } from '@laurel/rules-domain';

/** What rewards give together, in units of the scales of the program. */
export function partsOfRewards(keys: readonly string[], program: ReleasedProgram): GrantPart[] {
  const rewards = new Map((program.rewards ?? []).map((reward) => [reward.key, reward]));
  return keys.flatMap((key) => (rewards.get(key)?.what ?? []).map((part) => inUnits(part, program)));
}

function inUnits(part: RewardPart, { currencies = [], stats }: ReleasedProgram): GrantPart {
  if ('currency' in part) {
    const scale = currencies.find(({ key }) => key === part.currency)?.scale;
    return { currency: part.currency, amount: unitsOf(part.amount, scale) };
  }
  if ('stat' in part) {
    const scale = stats.find(({ key }) => key === part.stat)?.scale;
    return { stat: part.stat, amount: unitsOf(part.amount, scale) };
  }
  return part;
}

/** Publishing has checked it. */
const unitsOf = (amount: number | string, scale = 0): number => unitsOfLiteral(amount, scale) ?? 0;
