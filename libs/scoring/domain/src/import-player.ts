import type { DecisionEvent, Effect, Judgement, Refusal } from '@laurel/rules-domain';
import { scoringErrors } from './errors.js';
import type { Program } from './program.js';

/** Stands where the effects of an event name their rule; no rule can be called so. */
const IMPORT = 'laurel.import';

/**
 * What the record of an import (`PlayerImportedProperties` of contracts) asks for: each stat recorded once, as one event would,
 * and each balance paid. A stat that the program does not have is refused by itself.
 */
export function takeOver(program: Program, { properties }: DecisionEvent): Judgement {
  // As the command that was recorded said it.
  const { stats, balances } = properties as Readonly<Record<'stats' | 'balances', Readonly<Record<string, number>>>>;
  const recordings = Object.entries(stats).map(([stat, amount]): Effect | Refusal => {
    const known = program.stats.get(stat);
    if (!known) return refused(`there is no stat "${stat}"`);
    if (known.aggregation === 'distinct') return refused(`"${stat}" counts different values, and an import names none`);
    const effect: Effect = { kind: 'record', rule: IMPORT, stat, amount };
    return known.aggregation === 'count' ? { ...effect, times: amount } : effect;
  });
  const payments = Object.entries(balances).map(([currency, amount]): Effect => ({
    kind: 'award',
    rule: IMPORT,
    currency,
    amount,
  }));
  return { verdicts: [], effects: [...recordings, ...payments] };
}

const refused = (detail: string): Refusal => ({
  kind: 'refused',
  rule: IMPORT,
  code: scoringErrors.unknownStat.code,
  detail,
});
