import { EVENT_RELEASED, addSafe } from '@laurel/kernel';
import {
  type DecisionEvent,
  type Effect,
  type Implausible,
  type Refusal,
  type Verdict,
  findImplausible,
  hourlyShare,
} from '@laurel/rules-domain';
import type { Decided } from './decide.js';
import type { DecidedEffect } from './effects.js';
import type { HourlyTotal, Player } from './player.js';
import type { Program } from './program.js';

/** Why an event is held back for review. */
export interface HeldBack extends Implausible {
  /** key of the stat */
  readonly stat: string;
}

const HOUR_MS = 3_600_000;

/** Why an event that asks for these effects is held back; undefined where all of them are plausible. */
export function whyHeldBack(
  program: Program,
  player: Player,
  requested: readonly (Effect | Refusal)[],
  now: number,
): HeldBack | undefined {
  for (const [key, stat] of program.bounded) {
    const amounts = requested.flatMap((effect) =>
      effect.kind === 'record' && effect.stat === key ? [effect.amount] : [],
    );
    if (amounts.length === 0) continue;
    const found = findImplausible(stat.plausible, stat.aggregation, amounts, totalOf(player.hours?.get(stat.id), now));
    if (found) return { stat: key, ...found };
  }
  return undefined;
}

/** What a trial tells of rules: none matches an event that would be held back. */
export function verdictsOfTrial({ verdicts, heldBack }: Pick<Decided, 'verdicts' | 'heldBack'>): readonly Verdict[] {
  if (!heldBack) return verdicts;
  const reason = `the event would be held back: ${heldBack.bound} of ${heldBack.stat} is ${heldBack.limit}`;
  return verdicts.map((verdict) => (verdict.matched ? { ...verdict, matched: false, reason } : verdict));
}

const totalOf = (hourly: HourlyTotal | undefined, now: number): number =>
  hourly?.hour === hourOf(now) ? hourly.total : 0;

const hourOf = (now: number): number => Math.floor(now / HOUR_MS);

/** The player with what was recorded added to the hour's totals, and without those of stats that have no such bound any more. */
export function countHour(program: Program, player: Player, effects: readonly DecidedEffect[], now: number): Player {
  if (program.bounded.size === 0) return player;
  let hours: Map<string, HourlyTotal> | undefined;
  for (const effect of effects) {
    if (effect.kind !== 'record') continue;
    const stat = program.bounded.get(effect.stat);
    if (stat?.plausible.perHour === undefined) continue;
    hours ??= new Map(Array.from(player.hours ?? []).filter(([id]) => isCounted(program, id)));
    const before = totalOf(hours.get(stat.id), now);
    const total = addSafe(before, hourlyShare(stat.aggregation, effect.amount)) ?? Number.MAX_SAFE_INTEGER;
    hours.set(stat.id, { hour: hourOf(now), total });
  }
  return hours ? { ...player, hours } : player;
}

const isCounted = ({ bounded }: Program, id: string): boolean =>
  Array.from(bounded.values()).some((stat) => stat.id === id && stat.plausible.perHour !== undefined);

/** The event that the record of a release lets in; any other as it is. */
export function releasedEvent(event: DecisionEvent): DecisionEvent {
  if (event.type !== EVENT_RELEASED) return event;
  // As the command that was recorded said it.
  const { eventId, event: released } = event.properties as {
    readonly eventId: string;
    readonly event: Pick<DecisionEvent, 'type' | 'occurredAt' | 'properties' | 'client'>;
  };
  return { playerId: event.playerId, eventId, ...released };
}
