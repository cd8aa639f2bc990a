import {
  type Effect,
  MAX_DISTINCT_VALUES,
  type Refusal,
  type StatValue,
  applyRecording,
  withBoostsOf,
} from '@laurel/rules-domain';
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
    const { amount, times, of } = effect;
    const recording = {
      amount,
      at: event.occurredAt,
      eventId: event.eventId,
      ...(times === undefined ? {} : { times }),
      ...(of === undefined ? {} : { of }),
    };
    const before = (stats ?? decision.player.stats).get(stat.id);
    const applied = applyRecording(stat.aggregation, before, recording);
    if (!applied.ok) {
      effects.push(applied.error === 'full' ? tooManyValues(effect) : overflow(effect));
      continue;
    }
    stats ??= new Map(decision.player.stats);
    stats.set(stat.id, applied.value);
    const { value } = applied.value;
    const added = of === undefined ? amount : value - (before?.value ?? 0);
    const recorded = { kind: 'record' as const, rule: effect.rule, stat: effect.stat, amount: added, value };
    effects.push(withBoostsOf(times === undefined ? recorded : { ...recorded, times }, effect));
  }
  return effects.length === 0
    ? decision
    : { player: stats ? { ...decision.player, stats } : decision.player, effects: [...decision.effects, ...effects] };
};

type Recording = Extract<Effect, { readonly kind: 'record' }>;

const overflow = (effect: Recording): Refusal =>
  refuse(effect, scoringErrors.overflow.code, `${effect.stat} + ${effect.amount} is beyond 2^53 − 1`);

const tooManyValues = (effect: Recording): Refusal =>
  refuse(effect, scoringErrors.tooManyValues.code, `${effect.stat} tells ${MAX_DISTINCT_VALUES} values apart already`);
