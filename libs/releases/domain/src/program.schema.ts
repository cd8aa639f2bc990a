import { eventTypeSchema } from '@laurel/events-domain';
import { MAX_TIE_COLUMNS } from '@laurel/leaderboards-domain';
import {
  boostSchema,
  currencySchema,
  plausibleSchema,
  ruleDefinitions,
  ruleSchema,
  scaleSchema,
  segmentSchema,
} from '@laurel/rules-domain';

const slug = { $ref: '#/$defs/slug' };
const order = { enum: ['desc', 'asc'] };

/** What a number of an entry may be at all: a safe integer. */
const boundary = { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

const bounds = {
  type: 'object',
  additionalProperties: false,
  required: ['min', 'max'],
  properties: { min: boundary, max: boundary },
};

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

const window = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { enum: ['all', 'season'] } },
  allOf: [
    { if: kindIs('all'), then: { type: 'object', additionalProperties: false, properties: { kind: {} } } },
    {
      if: kindIs('season'),
      then: {
        type: 'object',
        additionalProperties: false,
        required: ['key', 'start', 'end'],
        properties: { kind: {}, key: slug, start: { type: 'string' }, end: { type: 'string' } },
      },
    },
  ],
};

const leaderboard = {
  type: 'object',
  additionalProperties: false,
  required: ['key', 'source', 'aggregation', 'order', 'windows'],
  properties: {
    key: slug,
    source: { type: 'object', additionalProperties: false, required: ['stat'], properties: { stat: slug, bounds } },
    aggregation: { enum: ['sum', 'best', 'last'] },
    order,
    ties: {
      type: 'object',
      additionalProperties: false,
      properties: {
        columns: {
          type: 'array',
          maxItems: MAX_TIE_COLUMNS,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['stat', 'order'],
            properties: { stat: slug, order, bounds },
          },
        },
        then: { enum: ['first_to_reach', 'shared'] },
      },
    },
    windows: { type: 'array', minItems: 1, maxItems: 100, items: window },
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
  },
  $defs: {
    ...ruleDefinitions,
    rule: ruleSchema,
    leaderboard,
    eventType: eventTypeSchema,
    boost: boostSchema,
    segment: segmentSchema,
  },
};

function kindIs(kind: string) {
  return { type: 'object', required: ['kind'], properties: { kind: { const: kind } } };
}
