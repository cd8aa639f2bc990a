import { type StatValue, applyRecording, withBoostsOf } from '@laurel/rules-domain';
import { type DecidedEffect, refuse } from '../effects.js';
import { scoringErrors } from '../errors.js';
import type { Reducer } from './reducer.js';

/** `record` effects: aggregates each recording into its stat. */
export const reduceStats: Reducer<'stats'> = (program, decision, requested, event) => {
  // One copy for all recordings of the event, made when the first one succeeds.
  let stats: Map<string, StatValue> | undefined;
  const effects: DecidedEffect[] = [];
  for (const effect of requested) {
    if (effect.kind !== 'record') continue;
    const stat = program.stats.get(effect.stat);
    if (!stat) continue;
    const { amount, times } = effect;
    const recording = {
      amount,
      at: event.occurredAt,
      eventId: event.eventId,
      ...(times === undefined ? {} : { times }),
    };
    const applied = applyRecording(stat.aggregation, (stats ?? decision.player.stats).get(stat.id), recording);
    if (!applied.ok) {
      effects.push(refuse(effect, scoringErrors.overflow.code, `${effect.stat} + ${amount} is beyond 2^53 − 1`));
      continue;
    }
    stats ??= new Map(decision.player.stats);
    stats.set(stat.id, applied.value);
    const { value } = applied.value;
    const recorded = { kind: 'record' as const, rule: effect.rule, stat: effect.stat, amount, value };
    effects.push(withBoostsOf(times === undefined ? recorded : { ...recorded, times }, effect));
  }
  return effects.length === 0
    ? decision
    : { player: stats ? { ...decision.player, stats } : decision.player, effects: [...decision.effects, ...effects] };
};
