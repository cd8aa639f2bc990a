import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { ReleasedProgram } from '@laurel/releases-domain';
import type { DecisionEvent, RuleDefinition, StatDefinition } from '@laurel/rules-domain';
import fc from 'fast-check';
import { type Decided, decide } from './decide.js';
import { type Player, newPlayer } from './player.js';
import { type Program, compileProgram } from './program.js';

const MAX = Number.MAX_SAFE_INTEGER;
const NOW = 1_700_000_000_000;
const KICK_OFF = Date.parse('2014-08-16T15:00:00Z');

const stat = (key: string, aggregation: StatDefinition['aggregation'] = 'sum'): StatDefinition => ({
  key,
  aggregation,
  incarnation: 1,
});

const board = (more: Partial<BoardDefinition> = {}): BoardDefinition => ({
  key: 'top',
  incarnation: 1,
  source: { stat: 'points' },
  aggregation: 'sum',
  order: 'desc',
  ties: { columns: [], then: 'first_to_reach' },
  windows: [{ kind: 'all' }],
  ...more,
});

const fromProperty = (name: string, negate = false) => ({ property: `event.properties.${name}`, negate });

/** Every event records its `amount` as points. */
const RECORD_AMOUNT: RuleDefinition = {
  key: 'score',
  on: ['scored'],
  then: [{ effect: 'record', stat: 'points', amount: fromProperty('amount') }],
};

const compiled = (more: Partial<ReleasedProgram>): Program =>
  compileProgram(7, { stats: [stat('points')], rules: [RECORD_AMOUNT], leaderboards: [board()], ...more });

const event = (properties: Record<string, unknown>, more: Partial<DecisionEvent> = {}): DecisionEvent => ({
  eventId: 'e1',
  type: 'scored',
  playerId: 'anna',
  occurredAt: KICK_OFF,
  properties,
  ...more,
});

const anna = newPlayer('ws_1', 'anna', NOW);

/** Decides events one after the other, each with the player as the one before left it. */
function decideAll(program: Program, events: readonly DecisionEvent[], player: Player = anna): Decided {
  return events.reduce<Decided>((before, each) => decide(program, before.player, each, { now: NOW }), {
    player,
    verdicts: [],
    effects: [],
  });
}

const entryOf = (player: Player, window = 'all', id = 'top@1') => player.boards.get(id)?.get(window);

/** A football league: a defeat records no points, but goals. */
const LEAGUE = compileProgram(1, {
  stats: [stat('points'), stat('goal_difference'), stat('goals_for')],
  rules: [
    {
      key: 'win',
      on: ['match_played'],
      when: { property: 'event.properties.goalsFor', op: 'gt', other: 'event.properties.goalsAgainst' },
      then: [{ effect: 'record', stat: 'points', amount: 3 }],
    },
    {
      key: 'draw',
      on: ['match_played'],
      when: { property: 'event.properties.goalsFor', op: 'eq', other: 'event.properties.goalsAgainst' },
      then: [{ effect: 'record', stat: 'points', amount: 1 }],
    },
    {
      key: 'goals',
      on: ['match_played'],
      then: [
        { effect: 'record', stat: 'goals_for', amount: fromProperty('goalsFor') },
        { effect: 'record', stat: 'goal_difference', amount: fromProperty('goalsFor') },
        { effect: 'record', stat: 'goal_difference', amount: fromProperty('goalsAgainst', true) },
      ],
    },
  ],
  leaderboards: [
    board({
      key: 'league',
      ties: {
        columns: [
          { stat: 'goal_difference', order: 'desc' },
          { stat: 'goals_for', order: 'desc' },
        ],
        then: 'first_to_reach',
      },
    }),
  ],
});

const match = (goalsFor: number, goalsAgainst: number, more: Partial<DecisionEvent> = {}) =>
  event({ goalsFor, goalsAgainst }, { type: 'match_played', ...more });

describe('a decision', () => {
  it('tells which rules matched, what followed, and the player after it', () => {
    const program = compiled({
      rules: [
        {
          key: 'hat-trick',
          on: ['scored'],
          when: { property: 'event.properties.amount', op: 'gte', value: 3 },
          then: [
            { effect: 'award', currency: 'coins', amount: 10 },
            { effect: 'record', stat: 'points', amount: 5 },
          ],
        },
        RECORD_AMOUNT,
        {
          key: 'own-goal',
          on: ['scored'],
          when: { property: 'event.properties.own', op: 'eq', value: true },
          then: [],
        },
      ],
    });

    const { player, verdicts, effects } = decide(program, anna, event({ amount: 3 }), { now: NOW + 5 });

    expect(verdicts).toEqual([
      { rule: 'hat-trick', matched: true },
      { rule: 'score', matched: true },
      { rule: 'own-goal', matched: false, reason: 'event.properties.own eq true does not hold' },
    ]);
    expect(effects).toEqual([
      { kind: 'record', rule: 'hat-trick', stat: 'points', amount: 5, value: 5 },
      { kind: 'record', rule: 'score', stat: 'points', amount: 3, value: 8 },
      { kind: 'award', rule: 'hat-trick', currency: 'coins', amount: 10, balance: 10 },
      { kind: 'standing', board: 'top@1', window: 'all', score: 8, columns: [], reachedAt: KICK_OFF },
    ]);
    expect(player).toEqual({
      ...anna,
      updatedAt: NOW + 5,
      stats: new Map([['points@1', { value: 8, at: KICK_OFF }]]),
      balances: new Map([['coins', 10]]),
      boards: new Map([['top@1', new Map([['all', { score: 8, columns: [], reachedAt: KICK_OFF }]])]]),
    });
  });

  it('of an event that no rule is for changes nothing but when the player was last seen', () => {
    expect(decide(compiled({}), anna, event({}, { type: 'unheard_of' }), { now: NOW + 1 })).toEqual({
      player: { ...anna, updatedAt: NOW + 1 },
      verdicts: [],
      effects: [],
    });
  });

  it('keeps what an earlier incarnation of a stat and a board left', () => {
    const old = decideAll(compiled({}), [event({ amount: 3 })]).player;
    const program = compiled({
      stats: [{ ...stat('points', 'max'), incarnation: 2 }],
      leaderboards: [board({ incarnation: 2 })],
    });

    const { player } = decideAll(program, [event({ amount: 1 })], old);

    expect([...player.stats]).toMatchObject([
      ['points@1', { value: 3 }],
      ['points@2', { value: 1 }],
    ]);
    expect([entryOf(player, 'all', 'top@1')?.score, entryOf(player, 'all', 'top@2')?.score]).toEqual([3, 1]);
  });

  it('is recorded as a refusal, and its other effects stand, when an amount is not in the event', () => {
    const program = compiled({
      rules: [
        {
          key: 'odd',
          on: ['scored'],
          then: [
            { effect: 'record', stat: 'points', amount: fromProperty('amount') },
            { effect: 'award', currency: 'coins', amount: 2 },
          ],
        },
      ],
    });

    for (const amount of [NaN, Infinity, 1e308, -0, 2 ** 53, '3', null, undefined]) {
      expect(decide(program, anna, event({ amount }), { now: NOW }).effects).toMatchObject([
        { kind: 'refused', rule: 'odd', code: 'rules.amount_not_integer' },
        { kind: 'award', balance: 2 },
      ]);
    }
  });

  it('pays an award of zero without a movement', () => {
    const program = compiled({
      rules: [{ key: 'pay', on: ['scored'], then: [{ effect: 'award', currency: 'coins', amount: 0 }] }],
    });

    const { effects, player } = decide(program, anna, event({}), { now: NOW });

    expect([effects, player.balances.size]).toEqual([[], 0]);
  });
});

describe('a board under sum', () => {
  it('holds a club that was beaten: it has recorded goals but no points, and its score is 0', () => {
    const { player, effects } = decideAll(LEAGUE, [match(0, 3)]);

    expect(entryOf(player, 'all', 'league@1')).toEqual({ score: 0, columns: [-3, 0], reachedAt: KICK_OFF });
    expect(effects.at(-1)).toMatchObject({ kind: 'standing', board: 'league@1', score: 0, columns: [-3, 0] });
    expect(player.stats.has('points@1')).toBe(false);
  });

  it('adds up columns also in events that do not touch its source', () => {
    const { player } = decideAll(LEAGUE, [match(0, 3), match(2, 1), match(1, 1), match(0, 1)]);

    expect(entryOf(player, 'all', 'league@1')).toMatchObject({ score: 4, columns: [-3, 3] });
  });

  it('places a club after a draw without goals', () => {
    expect(entryOf(decideAll(LEAGUE, [match(0, 0)]).player, 'all', 'league@1')).toMatchObject({
      score: 1,
      columns: [0, 0],
    });
  });

  it('is not touched by a stat that it does not read', () => {
    const program = compiled({
      stats: [stat('points'), stat('goals')],
      leaderboards: [board({ source: { stat: 'goals' } })],
    });

    expect(decideAll(program, [event({ amount: 3 })]).player.boards.size).toBe(0);
  });

  it('counts recordings where its stat does', () => {
    const program = compiled({ stats: [stat('points', 'count')] });

    expect(entryOf(decideAll(program, [event({ amount: 500 }), event({ amount: 0 })]).player)?.score).toBe(2);
  });
});

describe.each(['best', 'last'] as const)('a board under %s', (aggregation) => {
  const program = compileProgram(1, {
    stats: [stat('points'), stat('lives')],
    rules: [
      RECORD_AMOUNT,
      {
        key: 'lives',
        on: ['scored', 'healed'],
        then: [{ effect: 'record', stat: 'lives', amount: fromProperty('lives') }],
      },
    ],
    leaderboards: [
      board({ aggregation, ties: { columns: [{ stat: 'lives', order: 'desc' }], then: 'first_to_reach' } }),
    ],
  });

  it('takes a row from one event whole', () => {
    const events = [event({ amount: 5, lives: 1 }), event({ amount: 4, lives: 9 }, { eventId: 'e0' })];

    expect(entryOf(decideAll(program, events).player)).toMatchObject({ score: 5, columns: [1] });
  });

  it('takes no row from an event that did not record its source', () => {
    const events = [event({ amount: 5, lives: 1 }), event({ lives: 9 }, { type: 'healed', occurredAt: KICK_OFF + 1 })];

    expect(entryOf(decideAll(program, events).player)).toMatchObject({ score: 5, columns: [1] });
    expect(entryOf(decideAll(program, events.slice(1)).player)).toBeUndefined();
  });
});

describe('the windows of a board', () => {
  const season = (key: string, start: string, end: string) => ({ kind: 'season' as const, key, start, end });
  const program = compiled({
    leaderboards: [
      board({
        windows: [
          { kind: 'all' },
          season('s1', '2014-08-01T00:00:00Z', '2015-06-01T00:00:00Z'),
          season('s2', '2015-06-01T00:00:00Z', '2016-06-01T00:00:00Z'),
        ],
      }),
    ],
  });
  const windowsOf = (occurredAt: string) =>
    [
      ...(decideAll(program, [event({ amount: 1 }, { occurredAt: Date.parse(occurredAt) })]).player.boards.get(
        'top@1',
      ) ?? []),
    ].map(([key]) => key);

  it.each([
    ['the first moment of a season', '2014-08-01T00:00:00Z', ['all', 's1']],
    ['the last moment of a season', '2015-05-31T23:59:59.999Z', ['all', 's1']],
    ['the moment between two seasons', '2015-06-01T00:00:00Z', ['all', 's2']],
    ['before all seasons', '2014-07-31T23:59:59.999Z', ['all']],
    ['after all seasons', '2030-01-01T00:00:00Z', ['all']],
  ])('that hold an event are decided by its own time: %s', (_, occurredAt, windows) => {
    expect(windowsOf(occurredAt)).toEqual(windows);
  });

  it('leave a board without an entry when none holds the event', () => {
    const onlySeason = compiled({
      leaderboards: [board({ windows: [season('s1', '2014-08-01T00:00:00Z', '2015-06-01T00:00:00Z')] })],
    });
    const { player, effects } = decideAll(onlySeason, [event({ amount: 1 }, { occurredAt: 0 })]);

    expect(player.boards.size).toBe(0);
    expect(effects.map(({ kind }) => kind)).toEqual(['record']);
  });
});

describe('a board with declared bounds', () => {
  const bounded = (more: Partial<BoardDefinition>) =>
    compiled({
      stats: [stat('points', 'last'), stat('goals', 'last')],
      rules: [
        {
          ...RECORD_AMOUNT,
          then: [...RECORD_AMOUNT.then, { effect: 'record', stat: 'goals', amount: fromProperty('goals') }],
        },
      ],
      leaderboards: [board({ source: { stat: 'points', bounds: { min: -5, max: 10 } }, ...more })],
    });

  it('takes entries up to them', () => {
    const { player, effects } = decideAll(bounded({}), [
      event({ amount: 4, goals: 0 }),
      event({ amount: 6, goals: 0 }),
    ]);

    expect(effects).toMatchObject([{ kind: 'record' }, { kind: 'record' }, { kind: 'standing', score: 10 }]);
    expect(entryOf(player)?.score).toBe(10);
    expect(entryOf(decideAll(bounded({}), [event({ amount: -5, goals: 0 })]).player)?.score).toBe(-5);
  });

  it.each(['sum', 'best', 'last'] as const)(
    'refuses what lies beyond and cuts nothing off, under %s',
    (aggregation) => {
      const program = bounded({ aggregation });
      const before = decideAll(program, [event({ amount: 9, goals: 0 })]).player;

      const { player, effects } = decide(program, before, event({ amount: 11, goals: 0 }, { eventId: 'e2' }), {
        now: NOW,
      });

      expect(effects).toMatchObject([
        { kind: 'record', value: 11 },
        { kind: 'record' },
        {
          kind: 'refused',
          rule: '',
          code: 'scoring.beyond_bounds',
          detail: 'top (all) would leave the declared bounds',
        },
      ]);
      expect(player.boards).toEqual(before.boards);
    },
  );

  it('refuses a tie column beyond its own', () => {
    const columns = [{ stat: 'goals', order: 'desc' as const, bounds: { min: 0, max: 3 } }];
    const program = bounded({ ties: { columns, then: 'shared' } });

    const { player, effects } = decideAll(program, [event({ amount: 1, goals: 4 })]);

    expect(effects.at(-1)).toMatchObject({ kind: 'refused', code: 'scoring.beyond_bounds' });
    expect(entryOf(player)).toBeUndefined();
  });
});

describe('a season whose key an earlier one had, which was dropped', () => {
  it('begins without the entries of the other time', () => {
    const during = (year: number) =>
      compiled({
        leaderboards: [
          board({
            windows: [
              { kind: 'season', key: 's', start: `${year}-01-01T00:00:00Z`, end: `${year + 1}-01-01T00:00:00Z` },
            ],
          }),
        ],
      });
    const before = decideAll(during(2014), [event({ amount: 5 })]).player;

    const next = event({ amount: 2 }, { eventId: 'e2', occurredAt: Date.parse('2016-03-01T00:00:00Z') });
    const { player } = decide(during(2016), before, next, { now: NOW });

    expect([entryOf(before, 's')?.score, entryOf(player, 's')?.score]).toEqual([5, 2]);
  });
});

describe('a sum that would leave the safe integers', () => {
  it('is refused in a stat, which stays, and reaches no board', () => {
    const full = decideAll(compiled({}), [event({ amount: MAX })]).player;

    const { player, effects } = decide(compiled({}), full, event({ amount: 1 }), { now: NOW });

    expect(effects).toEqual([
      { kind: 'refused', rule: 'score', code: 'scoring.overflow', detail: expect.stringContaining('points + 1') },
    ]);
    expect([player.stats, player.boards]).toEqual([full.stats, full.boards]);
  });

  it('is refused in a wallet, which stays', () => {
    const program = compiled({
      rules: [
        { key: 'pay', on: ['scored'], then: [{ effect: 'award', currency: 'coins', amount: fromProperty('amount') }] },
      ],
    });

    const { player, effects } = decideAll(program, [event({ amount: MAX }), event({ amount: 1 })]);

    expect(effects).toMatchObject([{ kind: 'refused', rule: 'pay', code: 'scoring.overflow' }]);
    expect(player.balances.get('coins')).toBe(MAX);
  });

  it('is refused on a board alone, whose stat takes it', () => {
    const program = compiled({ stats: [stat('points', 'max')] });

    const { player, effects } = decideAll(program, [event({ amount: MAX - 1 }), event({ amount: MAX })]);

    expect(effects).toMatchObject([
      { kind: 'record', value: MAX },
      { kind: 'refused', rule: '', code: 'scoring.overflow', detail: expect.stringContaining('top (all)') },
    ]);
    expect(entryOf(player)?.score).toBe(MAX - 1);
  });

  it('is refused on a board when the recordings of one event add up to it', () => {
    const twice: RuleDefinition = { ...RECORD_AMOUNT, then: [...RECORD_AMOUNT.then, ...RECORD_AMOUNT.then] };
    for (const aggregation of ['sum', 'best', 'last'] as const) {
      const program = compiled({
        stats: [stat('points', 'max')],
        rules: [twice],
        leaderboards: [board({ aggregation })],
      });

      const { player, effects } = decideAll(program, [event({ amount: MAX })]);

      expect(effects).toMatchObject([
        { kind: 'record', value: MAX },
        { kind: 'record', value: MAX },
        { kind: 'refused', rule: '', code: 'scoring.overflow' },
      ]);
      expect(entryOf(player)).toBeUndefined();
    }
  });

  it('never throws and never leaves an unsafe number behind, whatever the amounts', () => {
    const program = compileProgram(1, {
      stats: [stat('points'), stat('goals', 'last')],
      rules: [
        {
          key: 'all',
          on: ['scored'],
          then: [
            { effect: 'record', stat: 'points', amount: fromProperty('a') },
            { effect: 'record', stat: 'goals', amount: fromProperty('b', true) },
            { effect: 'record', stat: 'goals', amount: fromProperty('a') },
            { effect: 'award', currency: 'coins', amount: fromProperty('a') },
          ],
        },
      ],
      leaderboards: (['sum', 'best', 'last'] as const).map((aggregation) =>
        board({ key: aggregation, aggregation, ties: { columns: [{ stat: 'goals', order: 'asc' }], then: 'shared' } }),
      ),
    });
    const amounts = fc.oneof(fc.maxSafeInteger(), fc.constantFrom(MAX, -MAX, 0, -0, NaN, '7', null), fc.anything());
    fc.assert(
      fc.property(fc.array(fc.record({ a: amounts, b: amounts }), { maxLength: 6 }), (list) => {
        const { player } = decideAll(
          program,
          list.map((properties, index) => event(properties, { eventId: `e${index}` })),
        );

        const entries = [...player.boards.values()].flatMap((windows) => [...windows.values()]);
        const values = [
          ...[...player.stats.values()].map(({ value }) => value),
          ...player.balances.values(),
          ...entries.flatMap(({ score, columns }) => [score, ...columns]),
        ];
        expect(values.filter((value) => !Number.isSafeInteger(value) || Object.is(value, -0))).toEqual([]);
      }),
    );
  });
});

/** Programs of one rule per aggregation and boards of every kind, to look for what depends on what it must not. */
const PROGRAM = compileProgram(3, {
  stats: (['sum', 'max', 'min', 'last', 'count'] as const).map((aggregation) => stat(aggregation, aggregation)),
  rules: [
    {
      key: 'all',
      on: ['scored'],
      then: [
        ...(['sum', 'max', 'min', 'last', 'count'] as const).map((key) => ({
          effect: 'record' as const,
          stat: key,
          amount: fromProperty('amount'),
        })),
        { effect: 'award', currency: 'coins', amount: fromProperty('coins') },
      ],
    },
    {
      key: 'more',
      on: ['scored'],
      when: { property: 'event.properties.coins', op: 'gt', value: 1 },
      then: [{ effect: 'record', stat: 'sum', amount: -1 }],
    },
  ],
  leaderboards: (['sum', 'best', 'last'] as const).flatMap((aggregation) =>
    (['asc', 'desc'] as const).map((order) =>
      board({
        key: `${aggregation}-${order}`,
        source: { stat: 'sum' },
        aggregation,
        order,
        ties: {
          columns: [
            { stat: 'count', order: 'asc' },
            { stat: 'last', order: 'desc' },
          ],
          then: 'first_to_reach',
        },
        windows: [
          { kind: 'all' },
          { kind: 'season', key: 's1', start: '1970-01-01T00:00:00.002Z', end: '1970-01-01T00:00:00.005Z' },
        ],
      }),
    ),
  ),
});

const eventsOf = (playerIds: readonly string[]) =>
  fc
    .uniqueArray(
      fc.record({
        id: fc.nat(60),
        playerId: fc.constantFrom(...playerIds),
        at: fc.nat(6),
        amount: fc.integer({ min: -3, max: 3 }),
        coins: fc.integer({ min: -1, max: 3 }),
      }),
      { minLength: 1, maxLength: 10, selector: ({ id }) => id },
    )
    .map((list) =>
      list.map(({ id, playerId, at, amount, coins }) =>
        event({ amount, coins }, { eventId: `e${id}`, playerId, occurredAt: at }),
      ),
    );

/** Freezes everything inside, so that any change throws. A frozen Map can still be set: its setters are replaced. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    const refuse = () => {
      throw new Error('a frozen map was changed');
    };
    Object.assign(value, { set: refuse, delete: refuse, clear: refuse });
    for (const [key, inner] of value) {
      deepFreeze(key);
      deepFreeze(inner);
    }
  }
  for (const inner of Object.values(value)) if (typeof inner !== 'function') deepFreeze(inner);
  return Object.freeze(value);
}

/** A player as plain data: frozen maps carry functions, which no comparison should see. */
const plain = ({ stats, balances, boards, ...rest }: Player) => ({
  ...rest,
  stats: Object.fromEntries(stats),
  balances: Object.fromEntries(balances),
  boards: Object.fromEntries([...boards].map(([id, windows]) => [id, Object.fromEntries(windows)])),
});

describe('deciding', () => {
  it('gives the same answer for the same program, player, event and inputs', () => {
    fc.assert(
      fc.property(eventsOf(['anna']), fc.nat(), (events, now) => {
        const { player } = decideAll(PROGRAM, events.slice(1));
        const [first] = events;
        if (!first) throw new Error('there is at least one event');

        expect(decide(PROGRAM, player, first, { now })).toEqual(decide(PROGRAM, player, first, { now }));
      }),
    );
  });

  it('never changes the player or the event that it is given', () => {
    fc.assert(
      fc.property(eventsOf(['anna']), (events) => {
        let player = newPlayer('ws_1', 'anna', NOW);
        for (const each of events) {
          const before = structuredClone(plain(player));
          const decided = decide(PROGRAM, deepFreeze(player), deepFreeze(each), { now: NOW });
          expect(plain(player)).toEqual(before);
          player = decided.player;
        }
      }),
    );
  });

  it('replayed from the beginning gives the same player', () => {
    fc.assert(
      fc.property(eventsOf(['anna']), (events) => {
        expect(decideAll(PROGRAM, events)).toEqual(decideAll(PROGRAM, events));
      }),
    );
  });

  it('goes on from a player that was stored and loaded as from the one in memory', () => {
    fc.assert(
      fc.property(eventsOf(['anna']), fc.nat(10), (events, cut) => {
        const inMemory = decideAll(PROGRAM, events.slice(0, cut)).player;
        const stored = JSON.parse(JSON.stringify(plain(inMemory))) as ReturnType<typeof plain>;
        const loaded: Player = {
          ...stored,
          stats: new Map(Object.entries(stored.stats)),
          balances: new Map(Object.entries(stored.balances)),
          boards: new Map(Object.entries(stored.boards).map(([id, windows]) => [id, new Map(Object.entries(windows))])),
        };

        expect(decideAll(PROGRAM, events.slice(cut), loaded)).toEqual(decideAll(PROGRAM, events.slice(cut), inMemory));
      }),
    );
  });

  it('gives the same stats, balances and entries in whatever order the events of a player arrive', () => {
    const orders = eventsOf(['anna']).chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(orders, ([events, shuffled]) => {
        expect(plain(decideAll(PROGRAM, shuffled).player)).toEqual(plain(decideAll(PROGRAM, events).player));
      }),
    );
  });

  it('gives each player the same whatever happens to others in between', () => {
    fc.assert(
      fc.property(eventsOf(['anna', 'bea', 'carl']), (events) => {
        const players = new Map<string, Player>();
        for (const each of events) {
          const player = players.get(each.playerId) ?? newPlayer('ws_1', each.playerId, NOW);
          players.set(each.playerId, decide(PROGRAM, player, each, { now: NOW }).player);
        }

        for (const [playerId, player] of players) {
          const own = events.filter((each) => each.playerId === playerId);
          expect(player).toEqual(decideAll(PROGRAM, own, newPlayer('ws_1', playerId, NOW)).player);
        }
      }),
    );
  });
});
