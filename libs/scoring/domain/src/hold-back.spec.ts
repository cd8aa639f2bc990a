import { EVENT_REJECTED, EVENT_RELEASED, PLAYER_IMPORTED } from '@laurel/kernel';
import type { DecisionEvent, ReleasedRule, StatDefinition } from '@laurel/rules-domain';
import fc from 'fast-check';
import { decide } from './decide.js';
import { type Player, newPlayer } from './player.js';
import { type Program, compileProgram } from './program.js';
import { replayEvents } from './replay/replay-events.js';

const HOUR = 3_600_000;

const programWith = (
  plausible: NonNullable<StatDefinition['plausible']> | undefined,
  aggregation: StatDefinition['aggregation'] = 'sum',
): Program =>
  compileProgram(1, {
    stats: [{ key: 'points', aggregation, incarnation: 1, ...(plausible ? { plausible } : {}) }],
    rules: [
      {
        key: 'score',
        on: ['scored'],
        then: [
          { effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } },
          { effect: 'award', currency: 'coins', amount: 1 },
        ],
      },
    ],
    leaderboards: [],
  });

const scored = (eventId: string, amount: number): DecisionEvent => ({
  ...{ eventId, type: 'scored', playerId: 'anna', occurredAt: 1_000, properties: { amount } },
});

const releaseOf = ({ eventId, playerId, ...event }: DecisionEvent): DecisionEvent => ({
  ...{ eventId: `laurel.review.${eventId}`, type: EVENT_RELEASED, playerId, occurredAt: 5_000 },
  properties: { eventId, event, reason: 'It was so.', by: 'key_1' },
});

const NEW = newPlayer('ws_1', 'anna', 0);

/** The events of one player, one after the other. */
function play(program: Program, events: readonly (readonly [event: DecisionEvent, now: number])[]) {
  let player: Player = NEW;
  const held: string[] = [];
  for (const [event, now] of events) {
    const decided = decide(program, player, event, { now });
    player = decided.player;
    if (decided.heldBack) held.push(`${event.eventId} ${decided.heldBack.bound} ${decided.heldBack.amount}`);
  }
  return { player, held };
}

describe('an event beyond the bounds of a stat', () => {
  it('is held back whole: nothing of it counts', () => {
    const decided = decide(programWith({ max: 100 }), NEW, scored('e1', 150), { now: 1_000 });
    expect(decided).toMatchObject({
      effects: [],
      verdicts: [{ rule: 'score', matched: true }],
      heldBack: { stat: 'points', bound: 'max', limit: 100, amount: 150 },
    });
    expect(decided.player).toBe(NEW);
  });

  it('may be as large, or as small, as the bound itself', () => {
    const { held } = play(programWith({ min: -5, max: 100 }), [
      [scored('a', 100), 1],
      [scored('b', -5), 2],
      [scored('c', 101), 3],
      [scored('d', -6), 4],
    ]);
    expect(held).toEqual(['c max 101', 'd min -6']);
  });

  it('counts with what the player recorded in the same hour, whatever the sign', () => {
    const { held, player } = play(programWith({ perHour: 100 }), [
      [scored('a', 60), 10],
      [scored('b', -40), 20],
      [scored('c', 1), HOUR - 1],
      [scored('d', 100), HOUR],
    ]);
    expect(held).toEqual(['c perHour 101']);
    expect(player.hours).toEqual(new Map([['points@1', { hour: 1, total: 100 }]]));
  });

  it('counts recordings of a count', () => {
    const { held } = play(programWith({ perHour: 2 }, 'count'), [
      [scored('a', 9), 1],
      [scored('b', 9), 2],
      [scored('c', 9), 3],
    ]);
    expect(held).toEqual(['c perHour 3']);
  });

  it('is held back with all that it leads to, where only an emitted event would pass a bound', () => {
    const program = compileProgram(1, {
      stats: [{ key: 'points', aggregation: 'sum', incarnation: 1, plausible: { max: 10 } }],
      rules: [
        {
          key: 'first',
          on: ['scored'],
          then: [
            { effect: 'award', currency: 'coins', amount: 1 },
            { effect: 'emit', type: 'bonus' },
          ],
        },
        { key: 'second', on: ['bonus'], then: [{ effect: 'record', stat: 'points', amount: 11 }] },
      ],
      leaderboards: [],
    });
    const decided = decide(program, NEW, scored('e1', 1), { now: 1 });
    expect(decided).toMatchObject({ effects: [], heldBack: { stat: 'points', bound: 'max', amount: 11 } });
    expect(decided.verdicts).toEqual([
      { rule: 'first', matched: true },
      { rule: 'second', matched: true, event: 'e1~first~1' },
    ]);
    expect(decided.player).toBe(NEW);
  });

  it('is decided as it was once it is let in, without bounds', () => {
    const { held, player } = play(programWith({ max: 100 }), [
      [scored('a', 150), 1],
      [releaseOf(scored('a', 150)), 9],
    ]);
    expect(held).toEqual(['a max 150']);
    expect(player.stats.get('points@1')).toEqual({ value: 150, at: 1_000 });
  });

  it('is measured without what was imported or let in within the hour', () => {
    const imported: DecisionEvent = {
      ...{ eventId: 'laurel.import.m', type: PLAYER_IMPORTED, playerId: 'anna', occurredAt: 1 },
      properties: { importId: 'm', stats: { points: 900 }, balances: {}, by: 'key_1' },
    };
    const { held, player } = play(programWith({ perHour: 100 }), [
      [imported, 1],
      [scored('a', 60), 2],
      [scored('b', 60), 3],
      [releaseOf(scored('b', 60)), 4],
      [scored('c', 40), 5],
    ]);
    expect(held).toEqual(['b perHour 120']);
    expect(player.stats.get('points@1')?.value).toBe(1_060);
  });

  it('takes no place among the first players, whether it would pass the bound itself or by what it emits', () => {
    const plausible = { max: 100 };
    const amount = { property: 'event.properties.amount' };
    const early = (then: ReleasedRule['then']): Program =>
      compileProgram(1, {
        stats: [{ key: 'points', aggregation: 'sum', incarnation: 1, plausible }],
        rules: [
          { key: 'early', on: ['scored'], firstPlayers: 3, incarnation: 1, then },
          { key: 'more', on: ['more'], then: [{ effect: 'record', stat: 'points', amount: 101 }] },
        ],
        leaderboards: [],
      });
    const recording = early([{ effect: 'record', stat: 'points', amount }]);
    const emitting = early([{ effect: 'emit', type: 'more' }]);

    for (const program of [recording, emitting]) {
      const decided = decide(program, NEW, scored('e1', 150), { now: 1 });
      expect(decided).toMatchObject({ effects: [], heldBack: { stat: 'points', bound: 'max' } });
      expect(decided.wanted).toBeUndefined();
      // Once it is let in, it asks.
      expect(decide(program, NEW, releaseOf(scored('e1', 150)), { now: 2 }).wanted).toMatchObject({ rule: 'early@1' });
      // Where all places are taken, nothing of it is implausible.
      expect(decide(program, NEW, scored('e1', 150), { now: 1, claims: () => false }).heldBack).toBeUndefined();
    }
    expect(decide(recording, NEW, scored('e2', 99), { now: 1 }).wanted).toMatchObject({ rule: 'early@1' });
  });

  it('leaves no trace where no stat has bounds', () => {
    expect(Object.keys(play(programWith(undefined), [[scored('a', 150), 1]]).player)).not.toContain('hours');
  });
});

describe('holding back and letting in', () => {
  it('comes to the same as if there had been no bounds, for stats that do not depend on order', () => {
    const amounts = fc.array(fc.integer({ min: -200, max: 200 }), { maxLength: 20 });
    const aggregations = fc.constantFrom<StatDefinition['aggregation'][]>('sum', 'max', 'min', 'count');
    fc.assert(
      fc.property(amounts, aggregations, (list, aggregation) => {
        const events = list.map((amount, index) => scored(`e${index}`, amount));
        const bounded = programWith(
          { min: -50, max: 100, ...(aggregation === 'sum' ? { perHour: 300 } : {}) },
          aggregation,
        );
        const { held } = play(
          bounded,
          events.map((event, index) => [event, index] as const),
        );
        const heldIds = new Set(held.map((text) => text.split(' ')[0]));
        const released = events.filter(({ eventId }) => heldIds.has(eventId)).map(releaseOf);
        const all = [...events, ...released].map((event, index) => [event, index] as const);
        const [with_, without] = [
          play(bounded, all).player,
          play(programWith(undefined, aggregation), all.slice(0, events.length)).player,
        ];
        expect(with_.stats).toEqual(without.stats);
        expect(with_.balances).toEqual(without.balances);
      }),
    );
  });

  it('does not even make a player where it is left out for good', () => {
    const held = scored('a', 150);
    const rejected = { ...releaseOf(held), type: EVENT_REJECTED };
    expect(decide(programWith({ max: 100 }), NEW, rejected, { now: 5 })).toEqual({
      player: NEW,
      verdicts: [],
      effects: [],
    });
    const record = { workspace: 'ws_1', status: 'processed', release: 1, decidedAt: 9 };
    expect(replayEvents(() => programWith({ max: 100 }), [{ ...rejected, ...record }]).size).toBe(0);
  });

  it('is replayed from the records without asking the bounds again', () => {
    const program = programWith({ max: 100 });
    const record = { workspace: 'ws_1', status: 'processed', release: 1, decidedAt: 9 };
    const players = replayEvents(
      () => program,
      [
        { ...scored('a', 150), ...record, status: 'quarantined' },
        { ...releaseOf(scored('a', 150)), ...record },
        { ...scored('b', 7), ...record },
      ],
    );
    expect(players.get('ws_1')?.get('anna')?.stats.get('points@1')?.value).toBe(157);
  });
});
