import { exactly } from '../json-schema.js';
import {
  type WeeklyHours,
  checkWeeklyHours,
  compileWeeklyHours,
  describeWeeklyHours,
  weeklyHoursSchema,
} from '../weekly-hours.js';
import { type ConditionKind, defineCondition } from './condition-kind.js';

export interface TimeCondition {
  readonly time: WeeklyHours;
}

/** Holds where the event happened (`occurredAt`) at these times of the week, by the clock of a zone. */
export const time: ConditionKind<TimeCondition> = defineCondition<TimeCondition>({
  code: 'time',
  title: 'Time of day and weekday',
  description: 'Holds where the event happened at these times of the week, by the clock of a named zone.',
  example: { time: { zone: 'Europe/Berlin', days: ['sat', 'sun'], from: '18:00', to: '24:00' } },
  args: exactly({ time: weeklyHoursSchema }),
  compile: (condition, { reason }) => {
    const holds = compileWeeklyHours(condition.time);
    return ({ occurredAt }) => (holds(occurredAt) ? undefined : reason);
  },
  describe: (condition) => `time ${describeWeeklyHours(condition.time)}`,
  check: (condition) => checkWeeklyHours(condition.time, '/time'),
});
