import { GRANT_PAID, GRANT_REVOKED, PLAYER_ABSORBED, PLAYER_CORRECTED, PLAYER_IMPORTED } from '@laurel/kernel';
import type { BoardDefinition, Entry, LeagueDefinition, WindowDefinition } from '@laurel/leaderboards-domain';
import type { ReleasedProgram } from '@laurel/releases-domain';
import type { Condition, EffectDefinition, StatDefinition } from '@laurel/rules-domain';
import fc from 'fast-check';
import type { GrantPart } from '../grants/grant.js';
import type { HandedOver } from '../merge/handed-over.js';
import type { Player } from '../player.js';
import { type Program, compileProgram } from '../program.js';
import { canonicalJson } from './canonical-json.js';
import type { RecordedEvent, RecordedInputs } from './replay-event.js';

const STATS = ['points', 'goals', 'wins'];
const TYPES = ['played', 'scored', 'left'];
const PLAYERS = ['anna', 'bea', 'carl', 'dora'];
const RICH = 'player.balances.coins >= 5 || event.properties.amount > 20';
const WORKSPACES = ['ws_1', 'ws_2'];

const amounts = fc.oneof(
  fc.integer({ min: -5, max: 50 }),
  fc.constant(Number.MAX_SAFE_INTEGER),
  fc.constantFrom(0.5, '1.25'),
  fc.constant({ property: 'event.properties.amount' }),
  fc.constant({ attribute: 'level' }),
  fc.constant({ cel: 'event.properties.amount * 2 + player.stats.goals % 5' }),
);
const values = fc.constantFrom(true, 'a', 'b', { property: 'event.properties.amount' });
const setters: fc.Arbitrary<EffectDefinition> = fc.record({
  effect: fc.constant('set' as const),
  attribute: fc.constantFrom('level', 'tier'),
  value: fc.constantFrom(
    null,
    3,
    'gold',
    { property: 'event.properties.amount' },
    { cel: 'player.stats.goals > 10.0' },
  ),
});
/** Loops among them: what publishing refuses, deciding ends. */
const emits: fc.Arbitrary<EffectDefinition> = fc.record({
  effect: fc.constant('emit' as const),
  type: fc.constantFrom(...TYPES),
  properties: fc.record({ amount: fc.constantFrom(2, { property: 'event.properties.amount' }) }),
});
const effects: fc.Arbitrary<EffectDefinition> = fc.oneof(
  fc.record({ effect: fc.constant('record' as const), stat: fc.constantFrom(...STATS), amount: amounts }),
  fc.record({ effect: fc.constant('record' as const), stat: fc.constant('values'), value: values }),
  fc.record({
    effect: fc.constantFrom('award' as const, 'spend' as const),
    currency: fc.constantFrom('coins', 'gems'),
    amount: fc.nat({ max: 30 }),
  }),
  setters,
  emits,
);
const conditions: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    property: fc.constant('event.properties.amount'),
    op: fc.constantFrom('gt' as const, 'lt' as const),
    value: fc.integer({ min: -20, max: 60 }),
  }),
  fc.record({
    stat: fc.constantFrom(...STATS),
    op: fc.constantFrom('gte' as const, 'lt' as const),
    value: fc.integer({ min: -20, max: 60 }),
  }),
  fc.record({
    balance: fc.constantFrom('coins', 'gems'),
    op: fc.constantFrom('gte' as const, 'lt' as const),
    value: fc.nat({ max: 60 }),
  }),
  fc.constantFrom<Condition>(
    { attribute: 'country', op: 'eq', value: 'br' },
    { attribute: 'level', op: 'lt', other: 'event.properties.amount' },
    { not: { cel: 'player.attributes.level == 3' } },
    { segment: 'locals' },
  ),
  fc.constant({ cel: RICH }),
  fc.record({ first_time: fc.constantFrom('event' as const, 'match' as const) }),
);
const limits = fc.uniqueArray(
  fc.record({ per: fc.constantFrom('day' as const, 'ever' as const), times: fc.integer({ min: 1, max: 3 }) }),
  { minLength: 1, maxLength: 2, selector: ({ per }) => per },
);
const RULES = ['win', 'bonus', 'first', 'daily', 'last'];
const rules = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom(...RULES),
    on: fc.subarray(TYPES, { minLength: 1 }),
    when: fc.option(conditions, { nil: undefined }),
    then: fc.array(effects, { minLength: 1, maxLength: 3 }),
    priority: fc.option(fc.integer({ min: -1, max: 1 }), { nil: undefined }),
    stop: fc.option(fc.boolean(), { nil: undefined }),
    limits: fc.option(limits, { nil: undefined }),
    firstPlayers: fc.option(fc.constantFrom(1, 10), { nil: undefined }),
    cooldownSeconds: fc.option(fc.constantFrom(1, 60), { nil: undefined }),
    incarnation: fc.constantFrom(1, 2),
  }),
  { maxLength: 4, selector: ({ key }) => key },
);
const stats = fc.tuple(
  ...STATS.map((key) =>
    fc.record<StatDefinition>({
      key: fc.constant(key),
      aggregation: fc.constantFrom<StatDefinition['aggregation'][]>('sum', 'min', 'max', 'last', 'count'),
      scale: fc.constantFrom(0, 2),
      incarnation: fc.constantFrom(1, 2, 3),
      plausible: fc.constantFrom(undefined, undefined, { max: 40 }, { perHour: 60 }),
      start: fc.constantFrom(undefined, 'recorded' as const),
    }),
  ),
  fc.constant<StatDefinition>({ key: 'values', aggregation: 'distinct', incarnation: 1 }),
);
const WEEKLY: WindowDefinition = { kind: 'weekly' };
const NEXT_TO_EACH_OTHER: WindowDefinition[] = [
  { kind: 'all' },
  { kind: 'season', key: 'early', start: '1970-01-01T00:00:00.010Z', end: '1970-01-01T00:00:00.030Z', since: 0 },
  { kind: 'season', key: 'late', start: '1970-01-01T00:00:00.030Z', end: '1970-01-01T00:00:00.040Z', since: 0 },
];
const LEAGUE: LeagueDefinition = {
  window: 'weekly',
  groupSize: 2,
  tiers: [{ key: 'bronze' }, { key: 'gold' }],
  band: { segment: 'locals' },
};
const SPLITS: BoardDefinition['splits'] = [
  { key: 'country', attributes: ['country', 'level'] },
  { key: 'locals', segment: 'locals' },
];
const boards = fc.uniqueArray(
  fc.record<BoardDefinition>({
    key: fc.constantFrom('top', 'cup', 'best'),
    incarnation: fc.constantFrom(1, 2, 3),
    source: fc.record({ stat: fc.constantFrom(...STATS, 'values') }),
    aggregation: fc.constantFrom<BoardDefinition['aggregation'][]>('sum', 'count', 'best', 'worst', 'first', 'last'),
    order: fc.constantFrom('asc' as const, 'desc' as const),
    ties: fc.record({
      columns: fc.constantFrom([], [{ stat: 'goals', order: 'desc' as const }]),
      then: fc.constantFrom('first_to_reach' as const, 'shared' as const),
    }),
    windows: fc.constantFrom<WindowDefinition[][]>(
      [{ kind: 'all' }, WEEKLY],
      [{ kind: 'all' }, { kind: 'hourly' }, WEEKLY],
      [...NEXT_TO_EACH_OTHER, WEEKLY],
    ),
    league: fc.constantFrom(undefined, LEAGUE),
    graceSeconds: fc.constantFrom(0, 50_000),
    minScore: fc.constantFrom(undefined, 10),
    splits: fc.constantFrom(undefined, undefined, SPLITS),
    attempts: fc.constantFrom(undefined, undefined, {}, { max: 3 }),
    joining: fc.constantFrom(undefined, undefined, undefined, 'opt_in' as const),
    serverOnly: fc.constantFrom(undefined, true as const),
    start: fc.constantFrom(undefined, 'recorded' as const),
  }),
  { maxLength: 3, selector: ({ key }) => key },
);
const boosts = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom('early', 'late', 'rich'),
    from: fc.constantFrom('1970-01-01T00:00:00.000Z', '1970-01-01T00:00:00.020Z'),
    to: fc.constantFrom('1970-01-01T00:00:00.030Z', '1970-01-01T00:00:01Z'),
    multiplier: fc.constantFrom(1, 3_333, 10_000, 15_000, 1_000_000),
    scope: fc.constantFrom({}, { rules: ['win', 'bonus'] }, { currencies: ['coins'] }, { when: { cel: RICH } }),
  }),
  { maxLength: 3, selector: ({ key }) => key },
);
const released: fc.Arbitrary<ReleasedProgram> = fc.record({
  stats,
  rules,
  leaderboards: boards,
  currencies: fc.constant([{ key: 'coins', scale: 1 }, { key: 'gems' }]),
  boosts,
  segments: fc.constant([
    {
      key: 'locals',
      when: {
        any: [
          { attribute: 'country', op: 'eq', value: 'br' },
          { stat: 'goals', op: 'gt', value: 9 },
        ],
      },
    },
  ]),
});

/** Whether the player is among the first of each rule that there may be, and seats that the event may have taken. */
const inputs: fc.Arbitrary<RecordedInputs> = fc
  .tuple(
    fc.array(fc.boolean(), { minLength: 2 * RULES.length, maxLength: 2 * RULES.length }),
    fc.dictionary(
      fc.constantFrom(...['top@1', 'top@2', 'cup@1', 'best@3'].map((board) => `${board} 1970-W01`)),
      fc.constantFrom('league:bronze:in:1', 'league:gold:out:2'),
    ),
  )
  .map(([held, seats]) => ({
    ...(Object.keys(seats).length > 0 ? { seats } : {}),
    claims: Object.fromEntries(
      held.map((isHeld, index) => [`${RULES[index % RULES.length]}@${index < RULES.length ? 1 : 2}`, isHeld]),
    ),
  }));

const idsOf = (keys: readonly string[]) => fc.constantFrom(...keys.flatMap((key) => [`${key}@1`, `${key}@2`]));
const entries: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({ score: fc.nat({ max: 50 }), columns: fc.constant([]), reachedAt: fc.nat({ max: 50 }) }),
  fc.constant({ score: 0, columns: [], reachedAt: 20, awaiting: true as const }),
  fc.constant({ score: 7, columns: [], reachedAt: 20, attempts: 2, parts: ['country:br:3'] }),
);
/** What players who were merged had: of incarnations and boards, too, that the release does not have. */
const handedOver: fc.Arbitrary<HandedOver> = fc.record(
  {
    stats: fc.dictionary(
      idsOf(STATS),
      fc.record({
        value: fc.oneof(fc.nat({ max: 50 }), fc.constant(Number.MAX_SAFE_INTEGER)),
        at: fc.nat({ max: 50 }),
      }),
    ),
    balances: fc.dictionary(fc.constantFrom('coins', 'gems'), fc.nat({ max: 20 })),
    boards: fc.dictionary(
      idsOf(['top', 'cup', 'best']),
      fc.dictionary(fc.constantFrom('all', 'early', '1970-01-01T00'), entries, { maxKeys: 2 }),
    ),
    rules: fc.dictionary(idsOf(RULES), fc.record({ times: fc.nat({ max: 3 }), at: fc.nat({ max: 5_000 }) })),
    hours: fc.dictionary(idsOf(STATS), fc.record({ hour: fc.nat({ max: 12 }), total: fc.nat({ max: 40 }) })),
    titles: fc.dictionary(fc.constantFrom('champion', 'veteran'), fc.integer({ min: 1, max: 3 })),
    items: fc.dictionary(fc.constantFrom('chest', 'key'), fc.integer({ min: -2, max: 3 })),
    attributes: fc.dictionary(fc.constantFrom('country', 'level'), fc.constantFrom('br', 3)),
    leagues: fc.dictionary(idsOf(['top', 'cup']), fc.constantFrom('bronze', 'gold', 'gone')),
  },
  { requiredKeys: ['stats', 'balances', 'boards'] },
);

/** What grants give: of stats that are no sums, too, which is refused. */
const parts: fc.Arbitrary<GrantPart[]> = fc.array(
  fc.oneof(
    fc.record({
      currency: fc.constantFrom('coins', 'gems'),
      amount: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constant(Number.MAX_SAFE_INTEGER)),
    }),
    fc.record({ stat: fc.constantFrom(...STATS, 'values', 'unknown'), amount: fc.integer({ min: 1, max: 20 }) }),
    fc.record({ title: fc.constantFrom('champion', 'veteran') }),
    fc.record({ item: fc.constantFrom('chest', 'key'), quantity: fc.integer({ min: 1, max: 3 }) }),
  ),
  { minLength: 1, maxLength: 3 },
);

const OF_LAUREL = [PLAYER_IMPORTED, PLAYER_CORRECTED, PLAYER_ABSORBED, GRANT_PAID, GRANT_REVOKED];

/** What operators put right: of stats that take no amount, too, which is refused. */
const signedAmounts = fc.record({
  stats: fc.dictionary(fc.constantFrom(...STATS, 'values', 'unknown'), fc.integer({ min: -20, max: 20 }), {
    maxKeys: 2,
  }),
  balances: fc.dictionary(fc.constantFrom('coins', 'gems'), fc.integer({ min: -20, max: 20 })),
});

/** Releases 1 to 3, and events in the order of one log, each decided by the release at its position. */
export const histories = fc
  .record({
    releases: fc.tuple(released, released, released),
    drafts: fc.array(
      fc.record({
        workspace: fc.constantFrom(...WORKSPACES),
        playerId: fc.constantFrom(...PLAYERS),
        type: fc.constantFrom(...TYPES, ...TYPES, ...OF_LAUREL),
        occurredAt: fc.integer({ min: 0, max: 50 }),
        client: fc.constantFrom(undefined, undefined, true as const),
        status: fc.constantFrom('processed', 'processed', 'processed', 'duplicate', 'failed'),
        step: fc.oneof(fc.nat({ max: 3 }), fc.constantFrom(1_000, 43_200_000)),
        properties: fc.record({
          amount: fc.oneof(fc.integer({ min: -50, max: 100 }), fc.constant('many')),
          // What only the record of an import has.
          stats: fc.dictionary(fc.constantFrom(...STATS, 'unknown'), fc.nat({ max: 20 })),
          balances: fc.dictionary(fc.constantFrom('coins', 'gems'), fc.nat({ max: 20 })),
          // What only the record of a correction has.
          corrected: signedAmounts,
          // What only the record of a merge has, of the player whom it went to.
          what: handedOver,
          passedOn: fc.constantFrom(0, 8),
          // What only the records of grants have.
          parts,
          paidFor: fc.integer({ min: 0, max: 50 }),
        }),
        inputs,
      }),
      { maxLength: 60 },
    ),
  })
  .map(({ releases, drafts }) => {
    let decidedAt = 1_000;
    const events = drafts.map(({ step, client, ...plain }, index): RecordedEvent => {
      const { corrected, ...properties } = plain.properties;
      const own = plain.type === PLAYER_CORRECTED ? { ...properties, ...corrected } : properties;
      const draft = { ...plain, properties: own, ...(client ? { client } : {}) };
      decidedAt += step;
      return { ...draft, eventId: `e${index}`, release: 1 + Math.floor((index * 3) / drafts.length), decidedAt };
    });
    const programs = releases.map((program, index) => compileProgram(index + 1, program));
    return { events, programs: (_: string, release: number): Program | undefined => programs[release - 1] };
  });

/** A player as text, the same for the same player. */
export const textOf = (player: Player): string =>
  canonicalJson({
    ...player,
    stats: Object.fromEntries(player.stats),
    balances: Object.fromEntries(player.balances),
    boards: boardsText(player.boards),
    ...(player.rules ? { rules: Object.fromEntries(player.rules) } : {}),
    ...(player.hours ? { hours: Object.fromEntries(player.hours) } : {}),
    ...(player.leagues ? { leagues: Object.fromEntries(player.leagues) } : {}),
    ...(player.titles ? { titles: Object.fromEntries(player.titles) } : {}),
    ...(player.items ? { items: Object.fromEntries(player.items) } : {}),
    ...(player.withheld ? { withheld: boardsText(player.withheld) } : {}),
  });

const boardsText = (boards: Player['boards']) =>
  Object.fromEntries(Array.from(boards, ([board, windows]) => [board, Object.fromEntries(windows)]));

/** The player of a text, as read back from storage: the order within its maps is another. */
export function revive(text: string): Player {
  const { stats, balances, boards, withheld, ...rest } = JSON.parse(text) as Stored;
  const { rules, hours, leagues, titles, items, ...others } = rest;
  return {
    ...others,
    stats: mapOf(stats),
    balances: mapOf(balances),
    boards: revivedBoards(boards),
    ...(rules ? { rules: mapOf(rules) } : {}),
    ...(hours ? { hours: mapOf(hours) } : {}),
    ...(leagues ? { leagues: mapOf(leagues) } : {}),
    ...(titles ? { titles: mapOf(titles) } : {}),
    ...(items ? { items: mapOf(items) } : {}),
    ...(withheld ? { withheld: revivedBoards(withheld) } : {}),
  };
}

type Mapped = 'stats' | 'balances' | 'boards';
type MappedIfAny = 'rules' | 'hours' | 'titles' | 'items' | 'withheld';
type Stored = Readonly<Record<Mapped, object>> &
  Partial<Readonly<Record<MappedIfAny, object>>> &
  Omit<Player, Mapped | MappedIfAny>;

const mapOf = <T>(members: object): Map<string, T> => new Map(Object.entries(members) as [string, T][]);

const revivedBoards = (boards: object): Player['boards'] =>
  new Map(Object.entries(boards).map(([board, windows]) => [board, new Map(Object.entries(windows as object))]));
