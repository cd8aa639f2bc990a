import { MAX_SPLITS, MAX_TIE_COLUMNS } from '@laurel/leaderboards-domain';
import { leagueSchema } from './league.schema.js';

const slug = { $ref: '#/$defs/slug' };
const order = { enum: ['desc', 'asc'] };
const text = { type: 'string', minLength: 1, maxLength: 128 };

/** What a number of an entry may be at all: a safe integer. */
const boundary = { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

const bounds = {
  type: 'object',
  additionalProperties: false,
  required: ['min', 'max'],
  properties: { min: boundary, max: boundary },
};

const span = { from: text, to: text };
const recurring = { ...span, name: slug, timeZone: text };
const daily = { ...recurring, resetAt: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' } };
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** By kind: what it may have, and what it must have. */
const windowKinds: Readonly<Record<string, { readonly properties: object; readonly required?: readonly string[] }>> = {
  all: { properties: {} },
  season: { properties: { key: slug, start: text, end: text }, required: ['key', 'start', 'end'] },
  hourly: { properties: { ...span, name: slug, minute: { type: 'integer', minimum: 0, maximum: 59 } } },
  daily: { properties: daily },
  weekly: { properties: { ...daily, weekStart: { enum: WEEKDAYS } } },
  monthly: { properties: { ...daily, day: { type: 'integer', minimum: 1, maximum: 28 } } },
  yearly: { properties: daily },
  every: {
    properties: {
      ...daily,
      days: { type: 'integer', minimum: 1, maximum: 366 },
      anchor: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
    },
    required: ['days', 'anchor'],
  },
  cron: {
    properties: {
      ...recurring,
      expression: { type: 'string', minLength: 9, maxLength: 128 },
      durationSeconds: { type: 'integer', minimum: 1, maximum: 366 * 86_400 },
    },
    required: ['expression'],
  },
};

const window = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { enum: Object.keys(windowKinds) } },
  allOf: Object.entries(windowKinds).map(([kind, { properties, required = [] }]) => ({
    if: { type: 'object', required: ['kind'], properties: { kind: { const: kind } } },
    then: { type: 'object', additionalProperties: false, required, properties: { kind: {}, ...properties } },
  })),
};

const windowEdit = {
  type: 'object',
  additionalProperties: false,
  required: ['window', 'end'],
  properties: { window: text, end: text },
};

const split = {
  type: 'object',
  additionalProperties: false,
  required: ['key'],
  properties: {
    key: slug,
    attributes: { type: 'array', minItems: 1, maxItems: 4, uniqueItems: true, items: slug },
    segment: slug,
  },
  oneOf: [{ required: ['attributes'] }, { required: ['segment'] }],
};

const ties = {
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
    then: { enum: ['first_to_reach', 'last_to_reach', 'shared'] },
  },
};

/** A window takes results for a year after its end at most. */
const MAX_GRACE_SECONDS = 366 * 86_400;

/** JSON Schema of a leaderboard, without `start`; refers to `slug`. */
export const leaderboardSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['key', 'source', 'aggregation', 'order', 'windows'],
  properties: {
    key: slug,
    source: { type: 'object', additionalProperties: false, required: ['stat'], properties: { stat: slug, bounds } },
    aggregation: { enum: ['sum', 'count', 'best', 'worst', 'first', 'last'] },
    order,
    ties,
    numbering: { enum: ['ordinal', 'competition', 'dense'] },
    windows: { type: 'array', minItems: 1, maxItems: 100, items: window },
    windowEdits: { type: 'array', maxItems: 100, items: windowEdit },
    graceSeconds: { type: 'integer', minimum: 0, maximum: MAX_GRACE_SECONDS },
    keepWindows: { type: 'integer', minimum: 1, maximum: 10_000 },
    minScore: boundary,
    sizeLimit: { type: 'integer', minimum: 1, maximum: 10_000_000 },
    splits: { type: 'array', maxItems: MAX_SPLITS, items: split },
    league: leagueSchema,
    attempts: {
      type: 'object',
      additionalProperties: false,
      properties: { max: { type: 'integer', minimum: 1, maximum: 1_000_000 } },
    },
    joining: { enum: ['opt_in'] },
    serverOnly: { const: true },
    start: { enum: ['empty', 'recorded'] },
  },
};
