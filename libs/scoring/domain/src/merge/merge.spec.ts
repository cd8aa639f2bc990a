import { PLAYER_ABSORBED, PLAYER_MERGED } from '@laurel/kernel';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { StatAggregation } from '@laurel/rules-domain';
import fc from 'fast-check';
import { decide } from '../decide.js';
import { changePlayer } from '../player-changes/player-change.js';
import { type Player, newPlayer } from '../player.js';
import { type Program, compileProgram } from '../program.js';
import { textOf } from '../replay/recorded-history.builder.js';
import { replayEvents } from '../replay/replay-events.js';
import { voidEvent } from '../replay/void-event.js';
import type { HandedOver } from './handed-over.js';

const AGGREGATIONS: readonly StatAggregation[] = ['sum', 'max', 'min', 'last', 'count'];
const boardOf = (
  stat: StatAggregation,
  aggregation: BoardDefinition['aggregation'],
  more: Partial<BoardDefinition> = {},
): BoardDefinition => ({
  ...{ key: `${stat}-${aggregation}`, incarnation: 1, source: { stat }, aggregation, order: 'desc' },
  ties: { columns: [{ stat: 'count', order: 'asc' }], then: 'first_to_reach' },
  windows: [
    { kind: 'all' },
    { kind: 'season', key: 'early', start: '1970-01-01T00:00:00Z', end: '1970-01-01T00:00:00.010Z' },
  ],
  ...more,
});
const programOf = (boards: readonly BoardDefinition[] = []): Program =>
  compileProgram(1, {
    stats: AGGREGATIONS.map((aggregation) => ({ key: aggregation, aggregation, incarnation: 1 })),
    rules: [
      {
        key: 'score',
        on: ['scored'],
        then: [
          ...AGGREGATIONS.map((stat) => ({
            ...{ effect: 'record' as const, stat },
            amount: { property: 'event.properties.amount' as const },
          })),
          { effect: 'award', currency: 'coins', amount: 10 },
        ],
      },
      {
        key: 'daily',
        on: ['scored'],
        limits: [{ per: 'ever', times: 100 }],
        then: [{ effect: 'award', currency: 'gems', amount: 1 }],
      },
    ],
    leaderboards: [
      boardOf('sum', 'sum'),
      boardOf('count', 'sum'),
      boardOf('max', 'best'),
      boardOf('last', 'last'),
      ...boards,
    ],
  });
const PROGRAM = programOf();

interface Played {
  readonly playerId: string;
  readonly eventId: string;
  readonly amount: number;
  readonly at: number;
}

const play = (player: Player, { eventId, amount, at }: Played, program = PROGRAM): Player =>
  decide(
    program,
    player,
    { eventId, type: 'scored', playerId: player.playerId, occurredAt: at, properties: { amount } },
    { now: 1_000 + at },
  ).player;
const playAll = (playerId: string, played: readonly Played[]): Player =>
  played.reduce((player, each) => play(player, each), newPlayer('ws_1', playerId, 1_000));

const merge = (player: Player, into = 'anna') =>
  changePlayer(PROGRAM, player, { kind: 'merge', into, reason: 'Signed up.' }, 2_000);
const handedOverOf = (player: Player): HandedOver => {
  const [handedOver] = merge(player).effects.flatMap((effect) => (effect.kind === 'handed_over' ? [effect.what] : []));
  if (!handedOver) throw new Error('nothing was handed over');
  return handedOver;
};
const absorption = (what: HandedOver, passedOn = 0) => ({
  ...{ eventId: 'laurel.merge.0.1.7', type: PLAYER_ABSORBED, playerId: 'anna', occurredAt: 2_000 },
  properties: { what, passedOn, by: 'key_1' },
});
const absorb = (player: Player, what: HandedOver, program = PROGRAM, passedOn = 0) =>
  decide(program, player, absorption(what, passedOn), { now: 3_000 });

/** What counts of a player, but for what rules keep. */
const stateOf = ({ stats, balances, boards }: Player) => ({ stats, balances, boards });

const events = fc
  .array(
    fc.record({
      playerId: fc.constantFrom('guest', 'anna'),
      amount: fc.integer({ min: -3, max: 9 }),
      at: fc.nat({ max: 20 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drafts) => drafts.map((draft, index): Played => ({ ...draft, eventId: `e${index}` })));

describe('a merge of a guest into an account', () => {
  it('leaves the account as if all had been the account’s from the start', () => {
    fc.assert(
      fc.property(events, (played) => {
        const of = (playerId: string) =>
          playAll(
            playerId,
            played.filter((each) => each.playerId === playerId),
          );
        const { player, effects } = absorb(of('anna'), handedOverOf(of('guest')));
        expect(effects.filter(({ kind }) => kind === 'refused')).toEqual([]);
        const all = playAll('anna', played);
        expect(stateOf(player)).toEqual(stateOf(all));
        expect(player.rules?.get('daily@1')?.times).toBe(all.rules?.get('daily@1')?.times);
      }),
    );
  });

  it('leaves the guest with nothing, on no board, and closed for good', () => {
    const guest = playAll('guest', [{ playerId: 'guest', eventId: 'e1', amount: 5, at: 4 }]);
    const { player, effects } = merge(guest);

    expect(player).toMatchObject({
      restriction: { status: 'merged', into: 'anna', reason: 'Signed up.', since: 2_000 },
    });
    expect([player.stats.size, player.balances.size, player.boards.size, player.rules]).toEqual([0, 0, 0, undefined]);
    expect(effects).toContainEqual({ kind: 'reversal', currency: 'coins', amount: -10, balance: 0 });
    expect(effects).toContainEqual({ kind: 'removal', board: 'sum-sum@1', window: 'early' });
    expect(play(player, { playerId: 'guest', eventId: 'e2', amount: 5, at: 5 }).stats.size).toBe(0);
    for (const change of [
      { kind: 'status', status: 'active', reason: 'x' },
      { kind: 'status', status: 'banned', reason: 'x' },
      { kind: 'profile', change: { mode: 'merge', name: 'X' } },
      { kind: 'merge', into: 'bea', reason: 'x' },
    ] as const) {
      expect(changePlayer(PROGRAM, player, change, 4_000)).toMatchObject({
        player: { restriction: { into: 'anna' } },
        effects: [{ kind: 'refused', code: 'scoring.player_merged', detail: 'the player was merged into "anna"' }],
      });
    }
  });

  it('settles the events of the guest: none is taken back any more', () => {
    const guest = merge(playAll('guest', [{ playerId: 'guest', eventId: 'e1', amount: 5, at: 4 }])).player;
    expect(voidEvent(() => PROGRAM, guest, [], 'e1', { now: 3_000, release: 1 })).toMatchObject({
      error: { code: 'scoring.player_merged' },
    });
  });

  it.each(['suspended', 'banned'] as const)('is refused while the guest is %s', (status) => {
    const guest = changePlayer(
      PROGRAM,
      newPlayer('ws_1', 'guest', 1),
      { kind: 'status', status, reason: 'cheated' },
      5,
    ).player;
    expect(merge(guest).effects).toMatchObject([{ kind: 'refused', code: 'scoring.player_not_active' }]);
  });

  it('leaves the account in the higher tier of each league', () => {
    const league = { window: 'weekly', groupSize: 2, tiers: [{ key: 'bronze' }, { key: 'gold' }] };
    const program = programOf([boardOf('sum', 'best', { league, windows: [{ kind: 'weekly' }] })]);
    const tierAfter = (mine: string | undefined, theirs: string, board = 'sum-best@1') => {
      const anna = playAll('anna', []);
      const guest = { ...playAll('guest', []), leagues: new Map([[board, theirs]]) };
      const before = mine === undefined ? anna : { ...anna, leagues: new Map([[board, mine]]) };
      expect('leagues' in merge(guest).player).toBe(false);
      return absorb(before, handedOverOf(guest), program).player.leagues?.get(board);
    };
    expect(tierAfter(undefined, 'gold')).toBe('gold');
    expect(tierAfter('bronze', 'gold')).toBe('gold');
    expect(tierAfter('gold', 'bronze')).toBe('gold');
    expect(tierAfter('silver', 'gold', 'unknown@1')).toBe('silver');
  });

  it('joins what is withheld of an account that is banned, and comes back with it', () => {
    const banned = changePlayer(
      PROGRAM,
      newPlayer('ws_1', 'anna', 1),
      { kind: 'status', status: 'banned', reason: 'x' },
      5,
    ).player;
    const guest = playAll('guest', [{ playerId: 'guest', eventId: 'e1', amount: 5, at: 4 }]);

    const { player, effects } = absorb(banned, handedOverOf(guest));

    expect(player.boards.size).toBe(0);
    expect(effects.filter(({ kind }) => kind === 'standing')).toEqual([]);
    const back = changePlayer(PROGRAM, player, { kind: 'status', status: 'active', reason: 'x' }, 9).player;
    expect(back.boards.get('sum-sum@1')?.get('all')?.score).toBe(5);
  });

  it('is passed on by an account that was merged itself meanwhile, and not for ever', () => {
    const what = handedOverOf(playAll('guest', [{ playerId: 'guest', eventId: 'e1', amount: 5, at: 4 }]));
    const merged = merge(newPlayer('ws_1', 'anna', 1), 'bea').player;
    expect(absorb(merged, what).effects).toEqual([{ kind: 'handed_over', into: 'bea', passedOn: 1, what }]);
    expect(absorb(merged, what, PROGRAM, 8).effects).toMatchObject([{ code: 'scoring.player_merged' }]);
  });

  it('refuses the parts alone that would leave their bounds', () => {
    const bounded = boardOf('sum', 'sum', { key: 'bounded', source: { stat: 'sum', bounds: { min: 0, max: 9 } } });
    const program = programOf([bounded]);
    const anna = play(newPlayer('ws_1', 'anna', 1), { playerId: 'anna', eventId: 'a', amount: 6, at: 4 }, program);
    const guest = play(newPlayer('ws_1', 'guest', 1), { playerId: 'guest', eventId: 'g', amount: 5, at: 4 }, program);
    const what = { ...handedOverOf(guest), balances: { coins: Number.MAX_SAFE_INTEGER } };

    const { player, effects } = absorb(anna, what, program);

    expect(effects.flatMap((effect) => (effect.kind === 'refused' ? [effect.code] : [])).sort()).toEqual([
      'scoring.beyond_bounds',
      'scoring.beyond_bounds',
      'scoring.overflow',
    ]);
    expect(player.boards.get('bounded@1')?.get('all')?.score).toBe(6);
    expect(player.balances.get('coins')).toBe(10);
    expect(player.stats.get('sum@1')?.value).toBe(11);
  });

  it('takes attributes that the account lacks, and leaves its own', () => {
    const described = (playerId: string, attributes: Record<string, string>) =>
      changePlayer(
        PROGRAM,
        newPlayer('ws_1', playerId, 1),
        { kind: 'profile', change: { mode: 'merge', attributes } },
        2,
      ).player;
    const what = handedOverOf(described('guest', { city: 'Arles', club: 'X' }));

    const { player, effects } = absorb(described('anna', { city: 'Lyon' }), what);

    expect(player.profile?.attributes).toEqual({ city: 'Lyon', club: 'X' });
    expect(effects).toEqual([{ kind: 'set', rule: '', attribute: 'club', value: 'X' }]);
  });

  it('keeps what no stat and board of the program is of, where the account has none of it', () => {
    const what: HandedOver = {
      stats: { 'newer@2': { value: 3, at: 1 } },
      balances: {},
      boards: { 'newer@2': { all: { score: 3, columns: [], reachedAt: 1 } } },
    };
    const { player } = absorb(newPlayer('ws_1', 'anna', 1), what);
    expect(player.stats.get('newer@2')?.value).toBe(3);
    expect(player.boards.get('newer@2')?.get('all')?.score).toBe(3);
  });

  it('is replayed from the records of each alone', () => {
    const guest = playAll('guest', [{ playerId: 'guest', eventId: 'e1', amount: 5, at: 4 }]);
    const record = (playerId: string, more: object) => ({
      ...{ workspace: 'ws_1', playerId, status: 'processed', release: 1, decidedAt: 1_004, occurredAt: 4 },
      ...{ eventId: 'e1', type: 'scored', properties: { amount: 5 } },
      ...more,
    });
    const merged = { into: 'anna', reason: 'Signed up.', by: 'key_1' };
    const players = replayEvents(
      () => PROGRAM,
      [
        record('guest', {}),
        record('guest', { eventId: 'm', type: PLAYER_MERGED, properties: merged, decidedAt: 2_000 }),
        record('anna', { ...absorption(handedOverOf(guest)), decidedAt: 3_000 }),
      ],
    ).get('ws_1');
    const expected = [
      { ...merge(guest).player, createdAt: 1_004 },
      absorb(newPlayer('ws_1', 'anna', 3_000), handedOverOf(guest)).player,
    ];
    expect([...(players?.values() ?? [])].map(textOf)).toEqual(expected.map(textOf));
  });
});
