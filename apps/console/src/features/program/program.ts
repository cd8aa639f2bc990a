import type { Json, JsonObject } from '../../ui/schema-form/index.js';
import type { Kind } from './kinds.js';

/** One thing of a program, as it was written. */
export type Resource = JsonObject & { readonly key: string };

/** A program, as it was written: lists of resources by collection. */
export type Program = Readonly<Record<string, readonly Resource[] | undefined>>;

export const resourcesOf = (program: Program, { collection }: Pick<Kind, 'collection'>): readonly Resource[] =>
  program[collection] ?? [];

export const findResource = (program: Program, kind: Kind, key: string): Resource | undefined =>
  resourcesOf(program, kind).find((one) => one.key === key);

/** A program with one resource put into it, and the pointer by which its problems begin. */
export function withResource(
  program: Program,
  kind: Kind,
  resource: Resource,
): { readonly program: Program; readonly pointer: string } {
  const before = resourcesOf(program, kind);
  const index = before.findIndex(({ key }) => key === resource.key);
  const after = index < 0 ? [...before, resource] : before.with(index, resource);
  return {
    program: { ...program, [kind.collection]: after },
    pointer: `/${kind.collection}/${index < 0 ? before.length : index}`,
  };
}

/** Whether two JSON values say the same, in whatever order of members. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return one === other || sorted(one) === sorted(other);
}

const sorted = (value: Json | undefined): string | undefined =>
  JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );

/** What is offered where a member names something of the program, by the member's name. */
export function suggestionsOf(program: Program): Readonly<Record<string, readonly string[]>> {
  const keysOf = (collection: string) => resourcesOf(program, { collection }).map(({ key }) => key);
  const [stats, segments, rules, leaderboards, rewards] = [
    keysOf('stats'),
    keysOf('segments'),
    keysOf('rules'),
    keysOf('leaderboards'),
    keysOf('rewards'),
  ];
  const currencies = distinct([...keysOf('currencies'), ...namedInEffects(program, 'currency')]);
  const eventTypes = distinct([...keysOf('eventTypes'), ...typesOfRules(program)]);
  return {
    stat: stats,
    stats,
    currency: currencies,
    currencies,
    balance: currencies,
    segment: segments,
    rules,
    leaderboard: leaderboards,
    rewards,
    on: eventTypes,
    type: eventTypes,
    property: PROPERTIES,
    other: PROPERTIES,
    zone: ZONES,
    timeZone: ZONES,
    'event-types': eventTypes,
  };
}

const PROPERTIES = ['event.type', 'event.properties.'];
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

const typesOfRules = (program: Program): string[] =>
  resourcesOf(program, { collection: 'rules' }).flatMap(({ on }) =>
    Array.isArray(on) ? on.filter((type): type is string => typeof type === 'string') : [],
  );

/** A program that declares no currencies has those that its rules name. */
const namedInEffects = (program: Program, member: string): string[] =>
  resourcesOf(program, { collection: 'rules' }).flatMap(({ then }) =>
    Array.isArray(then)
      ? then.flatMap((effect: Json) => {
          const named =
            typeof effect === 'object' && effect !== null && member in effect
              ? (effect as JsonObject)[member]
              : undefined;
          return typeof named === 'string' ? [named] : [];
        })
      : [],
  );
