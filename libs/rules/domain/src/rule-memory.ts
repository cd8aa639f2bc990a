import type { FieldProblem } from '@laurel/kernel';
import { exactly } from './json-schema.js';
import { DAY_MS, localClock } from './local-time.js';
import type { RuleDefinition } from './rule-definition.js';
import { checkZone, zoneSchema } from './weekly-hours.js';

const PERIODS = ['day', 'week', 'month', 'ever'] as const;

/** How often a rule may match for one player. Days begin at midnight of `zone` (UTC when absent), weeks on Monday. */
export interface RuleLimit {
  readonly per: (typeof PERIODS)[number];
  readonly times: number;
  /** IANA name; means nothing under `ever`. */
  readonly zone?: string;
}

/** What a player's document keeps of one rule: only of rules with limits, a cooldown or `first_time`. */
export interface RuleMemory {
  /** Matches, ever. */
  readonly times: number;
  /** Decision time (ms) of the last match. */
  readonly at?: number;
  /** Matches in the latest day, week and month in which there was one; `of` counts them from 1970. */
  readonly periods?: Readonly<Record<string, { readonly of: number; readonly times: number }>>;
  /** Types of events that the player has had. */
  readonly seen?: readonly string[];
}

/** The part of a rule that its memory serves, compiled. */
export interface CompiledMemory {
  /** Name of the memory in the player: the key of the rule, and the release in which it began to remember. */
  readonly id: string;
  /** Why the rule may not match now; undefined where it may. */
  refusal(before: RuleMemory | undefined, now: number): string | undefined;
  /** The memory behind an event; the same object where nothing changes. */
  after(before: RuleMemory | undefined, type: string, now: number, matched: boolean): RuleMemory | undefined;
}

export const limitsSchema = {
  type: 'array',
  minItems: 1,
  maxItems: PERIODS.length,
  items: exactly(
    { per: { enum: PERIODS }, times: { type: 'integer', minimum: 1, maximum: 1_000_000 }, zone: zoneSchema },
    ['zone'],
  ),
};

/** @param keepsSeen whether a condition asks for first times */
export function compileMemory(
  { limits = [], cooldownSeconds }: Pick<RuleDefinition, 'limits' | 'cooldownSeconds'>,
  id: string,
  keepsSeen: boolean,
): CompiledMemory {
  const compiled = limits.map(compileLimit);
  const cooldown = cooldownSeconds === undefined ? undefined : compileCooldown(cooldownSeconds);
  return {
    id,
    refusal: (before, now) => {
      if (!before) return undefined;
      const reason = cooldown?.(before, now);
      if (reason !== undefined) return reason;
      return compiled.find((limit) => limit.used(before, now) >= limit.times)?.reason;
    },
    after: (before, type, now, matched) => {
      const isNew = keepsSeen && !before?.seen?.includes(type);
      if (!matched && !isNew) return before;
      const { times = 0, seen = [] } = before ?? {};
      const periods = matched ? nextPeriods(compiled, before, now) : before?.periods;
      const at = matched ? now : before?.at;
      return {
        times: times + (matched ? 1 : 0),
        ...(at === undefined ? {} : { at }),
        ...(periods ? { periods } : {}),
        ...(keepsSeen ? { seen: isNew ? [...seen, type] : seen } : {}),
      };
    },
  };
}

interface CompiledLimit {
  readonly per: RuleLimit['per'];
  readonly times: number;
  readonly reason: string;
  /** Number of the period that a time lies in. */
  readonly periodOf: ((at: number) => number) | undefined;
  readonly used: (memory: RuleMemory, now: number) => number;
}

function compileLimit({ per, times, zone }: RuleLimit): CompiledLimit {
  const periodOf = compilePeriod(per, zone);
  return {
    ...{ per, times, periodOf },
    reason: `its limit for a player, ${times} ${per === 'ever' ? 'in all' : `per ${per}`}, is used up`,
    used: (memory, now) => {
      if (!periodOf) return memory.times;
      const kept = memory.periods?.[per];
      // A clock that is set back at midnight must not open yesterday's period again.
      return kept && periodOf(now) <= kept.of ? kept.times : 0;
    },
  };
}

function compilePeriod(per: RuleLimit['per'], zone = 'UTC'): ((at: number) => number) | undefined {
  const clock = localClock(zone);
  switch (per) {
    case 'ever':
      return undefined;
    case 'day':
      return (at) => clock(at).day;
    case 'week':
      // Day 0 was a Thursday: weeks begin three days before.
      return (at) => Math.floor((clock(at).day + 3) / 7);
    case 'month':
      return (at) => monthOf(clock(at).day);
  }
}

function monthOf(day: number): number {
  const date = new Date(day * DAY_MS);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

function nextPeriods(
  limits: readonly CompiledLimit[],
  before: RuleMemory | undefined,
  now: number,
): RuleMemory['periods'] {
  const periods: Record<string, { of: number; times: number }> = {};
  for (const { per, periodOf, used } of limits) {
    if (!periodOf) continue;
    const kept = before?.periods?.[per];
    periods[per] = { of: Math.max(periodOf(now), kept?.of ?? -Infinity), times: (before ? used(before, now) : 0) + 1 };
  }
  return Object.keys(periods).length === 0 ? undefined : periods;
}

const compileCooldown = (seconds: number) => {
  const reason = `its cooldown of ${seconds} s is not over`;
  return ({ at }: RuleMemory, now: number): string | undefined =>
    at !== undefined && now < at + seconds * 1_000 ? reason : undefined;
};

/** What the schema of limits can't say. */
export const checkLimits = (limits: readonly RuleLimit[], path: string): FieldProblem[] =>
  limits.flatMap(({ per, zone }, index) => [
    ...(limits.findIndex((other) => other.per === per) < index
      ? [{ path: `${path}/${index}/per`, rule: 'unique', message: `there is another limit per ${per}` }]
      : []),
    ...(zone === undefined ? [] : checkZone(zone, `${path}/${index}/zone`)),
  ]);
