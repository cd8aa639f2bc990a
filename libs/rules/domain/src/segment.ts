import type { FieldProblem } from '@laurel/kernel';
import { checkCondition, compileCondition, readsOf } from './conditions/compile-condition.js';
import { type ProgramKeys, byKey } from './conditions/condition-kind.js';
import type { Condition } from './conditions/condition.js';
import type { CurrencyDefinition } from './currency.js';
import type { DecisionEvent } from './decision-event.js';
import { type JsonSchema, exactly } from './json-schema.js';
import type { RulePlayer } from './rule-player.js';
import { type StatDefinition, statId } from './stat.js';

/** A named set of players: those for whom a condition holds. It looks at the player alone, so anyone can be asked at any time. */
export interface SegmentDefinition {
  readonly key: string;
  /** For people. */
  readonly name?: string;
  readonly when: Condition;
}

/** JSON Schema of a segment; refers to `ruleDefinitions`. */
export const segmentSchema: JsonSchema = exactly(
  {
    key: { $ref: '#/$defs/slug' },
    name: { type: 'string', minLength: 1, maxLength: 128 },
    when: { $ref: '#/$defs/condition' },
  },
  ['name'],
);

/** What the schema can't say: references to nothing, and conditions that need an event or another segment. */
export const checkSegment = ({ when }: SegmentDefinition, keys: ProgramKeys, path: string): FieldProblem[] => {
  const places = readsOf(when, `${path}/when`).filter(({ reads }) => !reads);
  const foreign = new Set(places.map((place) => place.path));
  return [
    ...checkCondition(when, keys, `${path}/when`).filter((problem) => !foreign.has(parentOf(problem.path))),
    ...places.map(({ path: place, description }) => ({
      path: place,
      rule: 'player-only',
      message: `a segment looks at the player alone, and "${description.slice(0, LONGEST_QUOTE)}" does not`,
    })),
  ];
};

const LONGEST_QUOTE = 100;

/** A reference to nothing in a condition that may not be there is one mistake, not two. */
const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** A segment as something that players can be asked by. */
export interface CompiledSegment {
  readonly key: string;
  /** @param now when it is asked, ms */
  holds(player: RulePlayer, now: number): boolean;
  /** What `holds` reads: `statId`s, currencies, keys of attributes. */
  readonly reads: {
    readonly stats: readonly string[];
    readonly balances: readonly string[];
    readonly attributes: readonly string[];
  };
  /** Texts of attributes that every player of the segment has, by key: whoever lacks one needn't be asked. */
  readonly required: ReadonlyMap<string, string>;
}

/** What of a program its segments read. */
export interface SegmentSurroundings {
  readonly stats: readonly StatDefinition[];
  /** Absent where the program declares none. */
  readonly currencies?: readonly CurrencyDefinition[];
}

export function compileSegment(
  { key, when }: SegmentDefinition,
  { stats: definitions, currencies }: SegmentSurroundings,
): CompiledSegment {
  const stats = byKey(definitions);
  const check = compileCondition(when, { rule: '', stats, ...(currencies ? { currencies: byKey(currencies) } : {}) });
  const reads = readsOf(when).map((each) => each.reads ?? {});
  const found = reads.flatMap((each) => each.stats ?? []).flatMap((each) => stats.get(each) ?? []);
  return {
    key,
    holds: (player, now) => check(NO_EVENT, player, now) === undefined,
    reads: {
      stats: unique(found.map(statId)),
      balances: unique(reads.flatMap(({ balances = [] }) => balances)),
      attributes: unique(reads.flatMap(({ attributes = [] }) => attributes)),
    },
    required: new Map(requiredOf(when)),
  };
}

/** Conditions of a segment read nothing of it. */
const NO_EVENT: DecisionEvent = { eventId: '', type: '', playerId: '', occurredAt: 0, properties: {} };

const unique = (keys: readonly string[]): readonly string[] => [...new Set(keys)];

function requiredOf(when: Condition): [string, string][] {
  if ('all' in when) return when.all.flatMap(requiredOf);
  if (!('attribute' in when) || when.op !== 'eq') return [];
  const { attribute, value } = when;
  const isText = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isText ? [[attribute, String(value)]] : [];
}
