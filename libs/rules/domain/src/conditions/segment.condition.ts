import { exactly } from '../json-schema.js';
import { type ConditionKind, defineCondition } from './condition-kind.js';

export interface SegmentCondition {
  readonly segment: string;
}

/** Holds where the player is in a segment of the program, as the events before left the player. */
export const segment: ConditionKind<SegmentCondition> = defineCondition<SegmentCondition>({
  code: 'segment',
  title: 'Segment',
  description: 'Holds where the player is in a segment of the program, as the player was before the event.',
  example: { segment: 'vips' },
  args: exactly({ segment: { $ref: '#/$defs/slug' } }),
  compile: ({ segment: key }, scope) => {
    const { segments, reason } = scope;
    const check = segments?.get(key);
    if (!check) return () => reason;
    return (event, player, now) => (check(event, player, now) === undefined ? undefined : reason);
  },
  steps: ({ segment: key }, segments) => 1 + (segments.get(key) ?? 0),
  describe: ({ segment: key }) => `segment ${key}`,
  check: ({ segment: key }, { segments }) =>
    segments?.has(key)
      ? []
      : [{ path: '/segment', rule: 'reference', message: `there is no segment "${key}" in this program` }],
});
