import { LEAGUE_LIMITS } from '@laurel/leaderboards-domain';

const { leastGroup, mostGroup, mostTiers, mostEdges } = LEAGUE_LIMITS;

const slug = { $ref: '#/$defs/slug' };

const share = {
  type: 'object',
  additionalProperties: false,
  properties: {
    count: { type: 'integer', minimum: 1, maximum: mostGroup },
    percent: { type: 'integer', minimum: 1, maximum: 100 },
  },
  oneOf: [{ required: ['count'] }, { required: ['percent'] }],
};

const tier = {
  type: 'object',
  additionalProperties: false,
  required: ['key'],
  properties: { key: slug, promote: share, relegate: share },
};

const band = {
  type: 'object',
  additionalProperties: false,
  properties: {
    attribute: slug,
    edges: { type: 'array', minItems: 1, maxItems: mostEdges, items: { type: 'number' } },
    segment: slug,
  },
  oneOf: [{ required: ['attribute'] }, { required: ['segment'], not: { required: ['edges'] } }],
};

/** JSON Schema of the league of a leaderboard; refers to `slug`. */
export const leagueSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['window', 'groupSize', 'tiers'],
  properties: {
    window: slug,
    groupSize: { type: 'integer', minimum: leastGroup, maximum: mostGroup },
    tiers: { type: 'array', minItems: 1, maxItems: mostTiers, items: tier },
    band,
    idle: { enum: ['stay', 'relegate', 'leave'] },
  },
};
