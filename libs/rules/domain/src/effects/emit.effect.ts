import { EVENT_TYPE_PATTERN, RESERVED_EVENT_TYPE_PREFIX, err, ok } from '@laurel/kernel';
import { ruleErrors } from '../errors.js';
import { exactly } from '../json-schema.js';
import {
  NOT_PLAIN,
  type PlainValue,
  type Value,
  checkValue,
  compileValue,
  describeValue,
  stepsOfValue,
} from '../value.js';
import { type EffectKind, defineEffect } from './effect-kind.js';
import type { Refusal } from './effect.js';

/** Properties that an emitted event has at most: several of them travel in one message with what they led to. */
export const MAX_EMITTED_PROPERTIES = 16;

export interface EmitDefinition {
  readonly effect: 'emit';
  readonly type: string;
  readonly properties?: Readonly<Record<string, Value>>;
}

/** Another event of the same player follows from this one, and is decided with it. */
export const emit: EffectKind<EmitDefinition> = defineEffect<EmitDefinition>({
  code: 'emit',
  title: 'Emit an event',
  description:
    'Lets another event of the player follow, decided at once by the rules for its type. A property that the event lacks is left out.',
  example: { effect: 'emit', type: 'levelled_up', properties: { level: { cel: 'player.stats.level' } } },
  args: exactly(
    {
      effect: {},
      type: { type: 'string', pattern: EVENT_TYPE_PATTERN },
      properties: {
        type: 'object',
        maxProperties: MAX_EMITTED_PROPERTIES,
        propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_-]{0,63}$' },
        additionalProperties: { $ref: '#/$defs/value' },
      },
    },
    ['properties'],
  ),
  compile: ({ type, properties = {} }, scope) => {
    const { rule } = scope;
    const parts = Object.entries(properties).map(([name, value]) => {
      const detail = `${describeValue(value)} is nothing that ${name} of ${type} can be in this event`;
      const refusal: Refusal = { kind: 'refused', rule, code: ruleErrors.invalidValue.code, detail };
      return { name, read: compileValue(value, scope), refusal };
    });
    return (event, player, now) => {
      const written: Record<string, PlainValue> = {};
      for (const { name, read, refusal } of parts) {
        const found = read(event, player, now);
        if (found === NOT_PLAIN) return err(refusal);
        if (found !== undefined) written[name] = found;
      }
      return ok({ kind: 'emit', rule, type, properties: written });
    };
  },
  steps: ({ properties = {} }) =>
    Object.values(properties).reduce((sum: number, value) => sum + stepsOfValue(value), 1),
  check: ({ type, properties = {} }, keys) => [
    ...(type.startsWith(RESERVED_EVENT_TYPE_PREFIX)
      ? [
          {
            path: '/type',
            rule: 'reserved',
            message: `event types of "${RESERVED_EVENT_TYPE_PREFIX}" are Laurel's own`,
          },
        ]
      : []),
    ...Object.entries(properties).flatMap(([name, value]) =>
      checkValue(value, keys).map((problem) => ({ ...problem, path: `/properties/${name}${problem.path}` })),
    ),
  ],
});
