import { DateTime, IANAZone } from 'luxon';
import { Cron } from 'croner';
import type {
  CronDefinition,
  DailyDefinition,
  EveryDefinition,
  HourlyDefinition,
  MonthlyDefinition,
  WeeklyDefinition,
  Weekday,
  WindowDefinition,
  YearlyDefinition,
} from './window-definition.js';

/** A period of a recurring kind. */
export interface Period {
  /** Without the name of the definition. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The periods that a definition divides time into. Pure arithmetic over the zone database. */
export interface Periods {
  /** The period that holds a time (ms); undefined between two of them. */
  at(time: number): Period | undefined;
  /** The first that begins at or after a time; undefined after the last. */
  from(time: number): Period | undefined;
  /** Some time inside the period of this key, if there is one; undefined for what is no key of this kind. */
  timeIn(key: string): number | undefined;
}

type PeriodicDefinition = Exclude<WindowDefinition, { kind: 'all' } | { kind: 'season' }>;

export function periodsOf(definition: PeriodicDefinition): Periods {
  switch (definition.kind) {
    case 'hourly':
      return hours(definition);
    case 'cron':
      return cronPeriods(definition);
    default:
      return datePeriods(definition);
  }
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

function hours({ minute = 0 }: HourlyDefinition): Periods {
  const shift = minute * MINUTE_MS;
  const at = (time: number): Period => {
    const start = Math.floor((time - shift) / HOUR_MS) * HOUR_MS + shift;
    return {
      key: utcKey(start, minute === 0 ? "yyyy-MM-dd'T'HH'Z'" : "yyyy-MM-dd'T'HHmm'Z'"),
      start,
      end: start + HOUR_MS,
    };
  };
  return {
    at,
    from: (time) => at(Math.ceil((time - shift) / HOUR_MS) * HOUR_MS + shift),
    timeIn: (key) => utcTime(/^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)?()Z$/.exec(key)),
  };
}

const utcKey = (time: number, format: string): string => DateTime.fromMillis(time, { zone: 'utc' }).toFormat(format);

/** @param match date, hour, minute and second */
function utcTime(match: RegExpExecArray | null): number | undefined {
  if (!match) return undefined;
  const [, date = '', hour = '', minute = '', second = ''] = match;
  const time = DateTime.fromISO(`${date}T${hour}:${minute || '00'}:${second || '00'}Z`);
  return time.isValid ? time.toMillis() : undefined;
}

type DateDefinition = DailyDefinition | WeeklyDefinition | MonthlyDefinition | YearlyDefinition | EveryDefinition;

/** What tells one kind of dated period from another: the first day of the one that a date is in, the next one's, its name. */
interface Dates {
  first(date: DateTime): DateTime;
  next(first: DateTime): DateTime;
  key(first: DateTime): string;
  /** A date in the period of a key. */
  dateIn(key: string, zone: string): DateTime | undefined;
}

function datePeriods(definition: DateDefinition): Periods {
  const { timeZone = 'UTC', resetAt = '00:00' } = definition;
  const zone = IANAZone.create(timeZone);
  const [hour = 0, minute = 0] = resetAt.split(':').map(Number);
  const dates = datesOf(definition);
  // From the date alone, so that the end of one period is the start of the next whatever clocks do.
  const begin = (first: DateTime): number =>
    DateTime.fromObject({ year: first.year, month: first.month, day: first.day, hour, minute }, { zone }).toMillis();
  const periodOf = (first: DateTime): Period => ({
    key: dates.key(first),
    start: begin(first),
    end: begin(dates.next(first)),
  });
  const at = (time: number): Period => {
    const local = DateTime.fromMillis(time, { zone });
    const date = dateOnly(local);
    return periodOf(dates.first(time < begin(date) ? date.minus({ days: 1 }) : date));
  };
  return {
    at,
    from: (time) => {
      const period = at(time);
      return period.start >= time ? period : at(period.end);
    },
    timeIn: (key) => {
      const date = dates.dateIn(key, timeZone);
      return date && begin(date);
    },
  };
}

/** A date without a zone: days of it can be counted. */
const dateOnly = ({ year, month, day }: DateTime): DateTime => DateTime.utc(year, month, day);

function datesOf(definition: DateDefinition): Dates {
  switch (definition.kind) {
    case 'daily':
      return everyDays(1, EPOCH);
    case 'every':
      return everyDays(definition.days, DateTime.fromISO(definition.anchor, { zone: 'utc' }));
    case 'weekly':
      return weeks(WEEKDAYS.indexOf(definition.weekStart ?? 'monday'));
    case 'monthly':
      return months(definition.day ?? 1);
    case 'yearly':
      return years;
  }
}

const EPOCH = DateTime.utc(1970, 1, 1);

function everyDays(days: number, anchor: DateTime): Dates {
  return {
    first: (date) => {
      const passed = Math.round(date.diff(anchor, 'days').days);
      return anchor.plus({ days: Math.floor(passed / days) * days });
    },
    next: (first) => first.plus({ days }),
    key: (first) => first.toFormat('yyyy-MM-dd'),
    dateIn: (key) => (/^\d{4}-\d\d-\d\d$/.test(key) ? validDate(DateTime.fromISO(key, { zone: 'utc' })) : undefined),
  };
}

export const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** Weeks are called as ISO 8601 calls the one that most of their days are in. */
function weeks(weekStart: number): Dates {
  return {
    first: (date) => date.minus({ days: (date.weekday - 1 - weekStart + 7) % 7 }),
    next: (first) => first.plus({ days: 7 }),
    key: (first) => first.plus({ days: 3 }).toFormat("kkkk-'W'WW"),
    dateIn: (key) => {
      const [, weekYear, weekNumber] = /^(\d{4})-W(\d\d)$/.exec(key) ?? [];
      if (weekYear === undefined || weekNumber === undefined) return undefined;
      const parts = { weekYear: Number(weekYear), weekNumber: Number(weekNumber), weekday: 4 as const };
      return validDate(DateTime.fromObject(parts, { zone: 'utc' }));
    },
  };
}

const months = (day: number): Dates => ({
  first: (date) => (date.day >= day ? date.set({ day }) : date.set({ day }).minus({ months: 1 })),
  next: (first) => first.plus({ months: 1 }),
  key: (first) => first.toFormat('yyyy-MM'),
  dateIn: (key) =>
    /^\d{4}-\d\d$/.test(key)
      ? validDate(DateTime.fromISO(`${key}-${String(day).padStart(2, '0')}`, { zone: 'utc' }))
      : undefined,
});

const years: Dates = {
  first: (date) => date.set({ month: 1, day: 1 }),
  next: (first) => first.plus({ years: 1 }),
  key: (first) => first.toFormat('yyyy'),
  dateIn: (key) => (/^\d{4}$/.test(key) ? validDate(DateTime.utc(Number(key), 1, 1)) : undefined),
};

const validDate = (date: DateTime): DateTime | undefined => (date.isValid ? date : undefined);

function cronPeriods({ expression, timeZone = 'UTC', durationSeconds, from }: CronDefinition): Periods {
  const cron = new Cron(expression, { timezone: timeZone, paused: true });
  const earliest = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const after = (time: number): number | undefined => cron.nextRun(new Date(time))?.getTime();
  const periodOf = (start: number): Period => {
    const next = after(start) ?? Number.MAX_SAFE_INTEGER;
    const end = durationSeconds === undefined ? next : Math.min(next, start + durationSeconds * 1_000);
    return { key: utcKey(start, "yyyy-MM-dd'T'HHmmss'Z'"), start, end };
  };
  // A run at the very time counts: the search begins just before.
  const fromTime = (time: number): Period | undefined => {
    const start = after(Math.max(time, earliest) - 1);
    return start === undefined ? undefined : periodOf(start);
  };
  return {
    at: (time) => {
      // Before the second that follows: a run in this very second counts, and there are none in between.
      const [last] = cron.previousRuns(1, new Date((Math.floor(time / 1_000) + 1) * 1_000));
      const start = last?.getTime();
      if (start === undefined || start < earliest) return undefined;
      const period = periodOf(start);
      return time < period.end ? period : undefined;
    },
    from: fromTime,
    timeIn: (key) => utcTime(/^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(key)),
  };
}

/** Runs that are looked at to see how close to each other they can come. */
const RUNS_LOOKED_AT = 50;
const SHORTEST_MS = 60_000;

/** What is wrong with a cron expression for windows; undefined for a good one. */
export function windowCronProblem({ expression, timeZone = 'UTC' }: CronDefinition): string | undefined {
  // A seventh field says of which years it is: then there would be a last window, with no next one to end it.
  if (expression.trim().split(/\s+/).length > 6) return 'must have five fields, or six with seconds in front';
  try {
    const cron = new Cron(expression, { timezone: timeZone, paused: true });
    const runs = cron.nextRuns(RUNS_LOOKED_AT, new Date(0)).map((run) => run.getTime());
    if (runs.length < 2) return 'must name times that come again';
    const isTooClose = runs.some((run, index) => index > 0 && run - (runs[index - 1] ?? 0) < SHORTEST_MS);
    return isTooClose ? 'windows must be a minute long at least' : undefined;
  } catch (error) {
    return `is no cron expression: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
  }
}
