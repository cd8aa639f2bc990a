import { type FieldProblem, parseInstant } from '@laurel/kernel';
import { exactly } from './json-schema.js';
import { type WeeklyHours, checkWeeklyHours, compileWeeklyHours, weeklyHoursSchema } from './weekly-hours.js';

/** When a rule applies at all, by when an event happened: from `from` until before `to`, in any of the hours. */
export interface ActiveTime {
  /** RFC 3339 with an offset */
  readonly from?: string;
  readonly to?: string;
  readonly hours?: readonly WeeklyHours[];
}

export const activeTimeSchema = {
  ...exactly(
    {
      from: { type: 'string' },
      to: { type: 'string' },
      hours: { type: 'array', minItems: 1, maxItems: 20, items: weeklyHoursSchema },
    },
    ['from', 'to', 'hours'],
  ),
  minProperties: 1,
};

/** Compiles to a test of the time (ms) at which an event happened. */
export function compileActiveTime({ from, to, hours }: ActiveTime): (at: number) => boolean {
  const start = from === undefined ? -Infinity : Date.parse(from);
  const end = to === undefined ? Infinity : Date.parse(to);
  const spans = hours?.map(compileWeeklyHours);
  return (at) => at >= start && at < end && (!spans || spans.some((holds) => holds(at)));
}

/** What the schema can't say. */
export function checkActiveTime({ from, to, hours = [] }: ActiveTime, path: string): FieldProblem[] {
  const [start, end] = [from, to].map((text) => (text === undefined ? undefined : parseInstant(text)));
  const message = 'must be an RFC 3339 date-time with an offset';
  return [
    ...(from !== undefined && start === undefined ? [{ path: `${path}/from`, rule: 'date-time', message }] : []),
    ...(to !== undefined && end === undefined ? [{ path: `${path}/to`, rule: 'date-time', message }] : []),
    ...(start !== undefined && end !== undefined && end <= start
      ? [{ path: `${path}/to`, rule: 'after-start', message: 'must be after from' }]
      : []),
    ...hours.flatMap((span, index) => checkWeeklyHours(span, `${path}/hours/${index}`)),
  ];
}
