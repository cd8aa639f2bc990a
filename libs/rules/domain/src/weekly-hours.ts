import type { FieldProblem } from '@laurel/kernel';
import { exactly } from './json-schema.js';
import { DAY_MS, MINUTE_MS, isZone, localClock } from './local-time.js';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/**
 * Times of the week by the clock of a zone: on these days (every day when none are named), from `from` until before `to`.
 * Where `to` is not after `from` it is a time of the next day; the days are those on which it begins.
 */
export interface WeeklyHours {
  /** IANA name, such as `Europe/Berlin`. */
  readonly zone: string;
  readonly days?: readonly Weekday[];
  /** `HH:MM`; 00:00 when absent */
  readonly from?: string;
  /** `HH:MM`, up to `24:00`, which it is when absent */
  readonly to?: string;
}

export const zoneSchema = { type: 'string', minLength: 1, maxLength: 64 };

/** JSON Schema of weekly hours. */
export const weeklyHoursSchema = exactly(
  {
    zone: zoneSchema,
    days: { type: 'array', minItems: 1, maxItems: WEEKDAYS.length, uniqueItems: true, items: { enum: WEEKDAYS } },
    from: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
    to: { type: 'string', pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' },
  },
  ['days', 'from', 'to'],
);

/** Compiles to a test of a time (ms since the epoch). */
export function compileWeeklyHours({ zone, days = WEEKDAYS, from, to }: WeeklyHours): (at: number) => boolean {
  const clock = localClock(zone);
  const [start, end] = [timeOfDay(from, 0), timeOfDay(to, DAY_MS)];
  const begins = WEEKDAYS.map((day) => days.includes(day));
  return (at) => {
    const { day, time } = clock(at);
    // Day 0 was a Thursday.
    const weekday = (((day + 3) % 7) + 7) % 7;
    if (start < end) return begins[weekday] === true && time >= start && time < end;
    return (begins[weekday] === true && time >= start) || (begins[(weekday + 6) % 7] === true && time < end);
  };
}

/** What the schema of weekly hours can't say. */
export function checkWeeklyHours({ zone, from, to }: WeeklyHours, path: string): FieldProblem[] {
  const problems = checkZone(zone, `${path}/zone`);
  if (from === undefined || from !== to) return problems;
  return [...problems, { path: `${path}/to`, rule: 'distinct', message: 'must differ from from' }];
}

export const checkZone = (zone: string, path: string): FieldProblem[] =>
  isZone(zone) ? [] : [{ path, rule: 'time-zone', message: `"${zone}" is no IANA time zone` }];

/** The hours in words. */
export const describeWeeklyHours = ({ zone, days, from, to }: WeeklyHours): string =>
  [...(days ? [days.join(', ')] : []), `${from ?? '00:00'}–${to ?? '24:00'}`, zone].join(' ');

function timeOfDay(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const [hours, minutes] = text.split(':').map(Number);
  return ((hours ?? 0) * 60 + (minutes ?? 0)) * MINUTE_MS;
}
