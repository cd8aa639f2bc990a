import type { ProgramDocument } from './program.js';

/** One thing of a program that is edited by itself: a stat, a rule, a leaderboard. Its shape is its schema's. */
export interface Resource {
  readonly key: string;
}

/** One kind of resource: where it is in the URL and in the program, and what it is called. */
export interface ResourceKind {
  /** Part of the URL: `/v1/<path>/<key>`. */
  readonly path: string;
  /** The list in the program that holds them; its schema is that of the list's items. */
  readonly collection: keyof ProgramDocument;
  /** One of them, in PascalCase, as operations of the API are called: `putStat`. */
  readonly name: string;
  /** A valid one, shown in the API's description. */
  readonly example: Resource & Readonly<Record<string, unknown>>;
}

/**
 * Every kind of resource that can be edited by itself: a new kind is its part of the program's type and schema, and a line
 * here. Routes, drafts and differences follow.
 */
export const RESOURCE_KINDS: readonly ResourceKind[] = [
  { path: 'stats', collection: 'stats', name: 'Stat', example: { key: 'points', aggregation: 'sum' } },
  {
    path: 'rules',
    collection: 'rules',
    name: 'Rule',
    example: { key: 'win', on: ['match_won'], then: [{ effect: 'record', stat: 'points', amount: 3 }] },
  },
  {
    path: 'leaderboards',
    collection: 'leaderboards',
    name: 'Leaderboard',
    example: {
      key: 'league',
      source: { stat: 'points' },
      aggregation: 'sum',
      order: 'desc',
      windows: [{ kind: 'all' }],
    },
  },
  {
    path: 'event-types',
    collection: 'eventTypes',
    name: 'EventType',
    example: { key: 'match_won', clients: true },
  },
  {
    path: 'boosts',
    collection: 'boosts',
    name: 'Boost',
    example: { key: 'may-days', from: '2026-05-01T00:00:00Z', to: '2026-05-04T00:00:00Z', multiplier: 20_000 },
  },
  { path: 'currencies', collection: 'currencies', name: 'Currency', example: { key: 'euros', scale: 2 } },
  {
    path: 'segments',
    collection: 'segments',
    name: 'Segment',
    example: { key: 'vips', name: 'VIPs', when: { attribute: 'plan', op: 'eq', value: 'vip' } },
  },
  {
    path: 'rewards',
    collection: 'rewards',
    name: 'Reward',
    example: {
      key: 'gold-chest',
      name: 'Gold chest',
      what: [{ currency: 'coins', amount: 500 }, { title: 'champion' }],
    },
  },
  {
    path: 'reward-schedules',
    collection: 'rewardSchedules',
    name: 'RewardSchedule',
    example: {
      key: 'weekly-prizes',
      leaderboard: 'league',
      tiers: [{ name: 'podium', ranks: { from: 1, to: 3 }, rewards: ['gold-chest'] }],
    },
  },
];

/** The resources of one kind, in the program's order. */
export const resourcesOf = (program: ProgramDocument, { collection }: ResourceKind): readonly Resource[] =>
  program[collection] ?? [];

/** The program with a resource put in the place of the one of the same key, or behind the others. */
export function putResource(program: ProgramDocument, kind: ResourceKind, resource: Resource): ProgramDocument {
  const before = resourcesOf(program, kind);
  const isKnown = before.some(({ key }) => key === resource.key);
  const after = isKnown ? before.map((one) => (one.key === resource.key ? resource : one)) : [...before, resource];
  return { ...program, [kind.collection]: after };
}

/** The program without the resource of this key. */
export const removeResource = (program: ProgramDocument, kind: ResourceKind, key: string): ProgramDocument => ({
  ...program,
  [kind.collection]: resourcesOf(program, kind).filter((one) => one.key !== key),
});
