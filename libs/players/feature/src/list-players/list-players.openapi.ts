import type { ApiQueryOptions } from '@nestjs/swagger';
import { PLAYER_STATUSES } from '../get-player/get-player.dto.js';
import { LONGEST_CURSOR } from './list-cursor.js';
import { DEFAULT_LIMIT, LONGEST_PREFIX, MAX_LIMIT } from './list-players.dto.js';
import { LONGEST_TEXT, MAX_ATTRIBUTES } from './split-query.js';

export const QUERY_PARAMETER: ApiQueryOptions = {
  name: 'q',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: LONGEST_PREFIX },
  description: 'Only players whose id, or whose name in whatever case, begins like this. Those found by id come first.',
  example: 'ars',
};

export const STATUS_PARAMETER: ApiQueryOptions = {
  name: 'status',
  required: false,
  schema: { type: 'string', enum: [...PLAYER_STATUSES] },
  description: 'Only players of this status.',
};

/** In OpenAPI, parameters with names of the caller's own are the members of one. */
export const ATTRIBUTE_PARAMETER: ApiQueryOptions = {
  name: 'attributes',
  required: false,
  style: 'form',
  explode: true,
  schema: {
    type: 'object',
    maxProperties: MAX_ATTRIBUTES,
    additionalProperties: { type: 'string', maxLength: LONGEST_TEXT },
  },
  description: 'Only players with these attributes, as `attribute.<key>=<value>`: 5 and `5` are found alike.',
  example: { 'attribute.city': 'London' },
};

export const LIMIT_PARAMETER: ApiQueryOptions = {
  name: 'limit',
  required: false,
  schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
};

export const CURSOR_PARAMETER: ApiQueryOptions = {
  name: 'cursor',
  required: false,
  schema: { type: 'string', maxLength: LONGEST_CURSOR },
  description: 'The `next` of a list with the same filters.',
};
