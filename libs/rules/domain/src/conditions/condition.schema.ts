import { PROPERTY_PATH_PATTERN } from '../property-path.js';

const literal = { type: ['string', 'number', 'boolean', 'null'] } as const;
const path = { type: 'string', pattern: PROPERTY_PATH_PATTERN } as const;

const compareSchema = (op: object, value: object) => ({
  type: 'object',
  additionalProperties: false,
  required: ['property', 'op', 'value'],
  properties: { property: path, op, value },
});

/**
 * JSON Schema of a condition tree, to be placed under `$defs.condition`. The first key of a node decides which shape it must
 * have, so that a mistake is reported against that shape alone.
 */
export const conditionSchema = {
  type: 'object',
  if: { required: ['all'] },
  then: node({ all: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: '#/$defs/condition' } } }),
  else: {
    if: { required: ['any'] },
    then: node({ any: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: '#/$defs/condition' } } }),
    else: {
      if: { required: ['not'] },
      then: node({ not: { $ref: '#/$defs/condition' } }),
      else: { $ref: '#/$defs/propertyCondition' },
    },
  },
};

/** JSON Schema of a comparison, to be placed under `$defs.propertyCondition`. */
export const propertyConditionSchema = {
  type: 'object',
  if: { required: ['other'] },
  then: {
    type: 'object',
    additionalProperties: false,
    required: ['property', 'op', 'other'],
    properties: {
      property: path,
      op: { enum: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'contains'] },
      other: path,
    },
  },
  else: {
    type: 'object',
    required: ['property', 'op'],
    properties: { op: { enum: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'contains', 'exists'] } },
    allOf: [
      { if: opIs('eq', 'ne', 'contains'), then: compareSchema({}, literal) },
      { if: opIs('gt', 'gte', 'lt', 'lte'), then: compareSchema({}, { type: 'number' }) },
      { if: opIs('in'), then: compareSchema({}, { type: 'array', minItems: 1, maxItems: 1000, items: literal }) },
      { if: opIs('exists'), then: compareSchema({}, { type: 'boolean' }) },
    ],
  },
};

function node(properties: object) {
  return { type: 'object', additionalProperties: false, properties };
}

function opIs(...ops: string[]) {
  return { required: ['op'], properties: { op: { enum: ops } } };
}
