import { eventTypeSchema } from '@laurel/events-domain';
import { rewardScheduleSchema, rewardSchema } from '@laurel/rewards-domain';
import {
  boostSchema,
  currencySchema,
  plausibleSchema,
  ruleDefinitions,
  ruleSchema,
  scaleSchema,
  segmentSchema,
} from '@laurel/rules-domain';
import { leaderboardSchema } from './leaderboard.schema.js';

const slug = { $ref: '#/$defs/slug' };
/** What it begins with, and with what it begins anew. */
const start = { enum: ['empty', 'recorded'] };

const stat = {
  type: 'object',
  additionalProperties: false,
  required: ['key', 'aggregation'],
  properties: {
    key: slug,
    aggregation: { enum: ['sum', 'max', 'min', 'last', 'count', 'distinct'] },
    scale: scaleSchema,
    plausible: plausibleSchema,
    start,
  },
};

/** JSON Schema (draft 7) of a program. What a schema can't say (references, dates, duplicates) is in `check-program.ts`. */
export const programSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['stats', 'rules', 'leaderboards'],
  properties: {
    stats: { type: 'array', maxItems: 500, items: stat },
    // By reference: the problems of one rule are gathered before those of all, in time that does not grow with their square.
    rules: { type: 'array', maxItems: 1000, items: { $ref: '#/$defs/rule' } },
    leaderboards: { type: 'array', maxItems: 500, items: { $ref: '#/$defs/leaderboard' } },
    eventTypes: { type: 'array', maxItems: 500, items: { $ref: '#/$defs/eventType' } },
    currencies: { type: 'array', maxItems: 500, items: currencySchema },
    boosts: { type: 'array', maxItems: 200, items: { $ref: '#/$defs/boost' } },
    segments: { type: 'array', maxItems: 100, items: { $ref: '#/$defs/segment' } },
    rewards: { type: 'array', maxItems: 500, items: { $ref: '#/$defs/reward' } },
    rewardSchedules: { type: 'array', maxItems: 500, items: { $ref: '#/$defs/rewardSchedule' } },
  },
  $defs: {
    ...ruleDefinitions,
    rule: ruleSchema,
    leaderboard: leaderboardSchema,
    eventType: eventTypeSchema,
    boost: boostSchema,
    segment: segmentSchema,
    reward: rewardSchema,
    rewardSchedule: rewardScheduleSchema,
  },
};
