/** When a window of a recurring kind may begin and end at all. Both are RFC 3339; a period that lies across is cut there. */
interface Span {
  readonly from?: string;
  readonly to?: string;
}

/** What every recurring kind has: its name, where it is not that of its kind, and whose clock it goes by. */
interface Recurring extends Span {
  /** Needed where a board has two of one kind. Windows are then called `<name>:<period>`. */
  readonly name?: string;
  /** IANA name; UTC where absent. */
  readonly timeZone?: string;
}

/** What begins anew at a time of day. */
interface Daily extends Recurring {
  /** `HH:MM` on the zone's clock; midnight where absent. A time that a change of clocks skips is the first one after. */
  readonly resetAt?: string;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** All that ever happens. */
export interface AllTimeDefinition {
  readonly kind: 'all';
}

/** Event times in [start, end), both RFC 3339. */
export interface SeasonDefinition {
  readonly kind: 'season';
  readonly key: string;
  readonly start: string;
  readonly end: string;
  /**
   * When the window was first published, ms; only in releases. A season that was over by then is one of history: it never
   * closes, for nobody could have played it. Absent: it does not close either.
   */
  readonly since?: number;
}

export interface HourlyDefinition extends Span {
  readonly kind: 'hourly';
  readonly name?: string;
  /** Minute of the hour (UTC) at which one begins; 0 where absent. */
  readonly minute?: number;
}

export interface DailyDefinition extends Daily {
  readonly kind: 'daily';
}

export interface WeeklyDefinition extends Daily {
  readonly kind: 'weekly';
  /** Monday where absent. */
  readonly weekStart?: Weekday;
}

export interface MonthlyDefinition extends Daily {
  readonly kind: 'monthly';
  /** Day of the month on which one begins, 1 to 28; 1 where absent. */
  readonly day?: number;
}

export interface YearlyDefinition extends Daily {
  readonly kind: 'yearly';
}

/** Every so many days, counted from a date. */
export interface EveryDefinition extends Daily {
  readonly kind: 'every';
  readonly days: number;
  /** `YYYY-MM-DD`, the first day of one of them. */
  readonly anchor: string;
}

/** From one time that a cron expression names to the next, or for as long as it says. */
export interface CronDefinition extends Recurring {
  readonly kind: 'cron';
  /** Five fields, or six with seconds in front. */
  readonly expression: string;
  /** A window ends after so long, or when the next one begins. */
  readonly durationSeconds?: number;
}

/** One kind of period of a board. */
export type WindowDefinition =
  | AllTimeDefinition
  | SeasonDefinition
  | HourlyDefinition
  | DailyDefinition
  | WeeklyDefinition
  | MonthlyDefinition
  | YearlyDefinition
  | EveryDefinition
  | CronDefinition;

/** What a definition is called among those of its board: `all`, the key of a season, else its name or its kind. */
export function windowName(definition: WindowDefinition): string {
  switch (definition.kind) {
    case 'all':
      return 'all';
    case 'season':
      return definition.key;
    case 'every':
      return definition.name ?? `${definition.days}d`;
    default:
      return definition.name ?? definition.kind;
  }
}

/** Zone whose clock a definition goes by. */
export const windowZone = (definition: WindowDefinition): string =>
  'timeZone' in definition ? (definition.timeZone ?? 'UTC') : 'UTC';
