import { PLAYER_CORRECTED } from '@laurel/kernel';
import fc from 'fast-check';
import { decide } from './decide.js';
import { changePlayer } from './player-changes/player-change.js';
import { type Player, newPlayer } from './player.js';
import { compileProgram } from './program.js';
import type { RecordedEvent } from './replay/replay-event.js';
import { voidEvent } from './replay/void-event.js';

const board = (key: string, stat: string, aggregation: 'sum' | 'best') => ({
  ...{ key, incarnation: 1, source: { stat }, aggregation, order: 'desc' as const },
  ...{ ties: { columns: [], then: 'first_to_reach' as const }, windows: [{ kind: 'all' as const }] },
});
const PROGRAM = compileProgram(1, {
  stats: [
    { key: 'points', aggregation: 'sum', incarnation: 1 },
    { key: 'matches', aggregation: 'count', incarnation: 1 },
    { key: 'record', aggregation: 'max', incarnation: 1 },
  ],
  rules: [{ key: 'win', on: ['won'], then: [{ effect: 'award', currency: 'coins', amount: 10 }] }],
  leaderboards: [board('table', 'points', 'sum'), board('single', 'points', 'best'), board('played', 'matches', 'sum')],
});

type Amounts = Readonly<Record<string, number>>;

const correction = (stats: Amounts, balances: Amounts = {}, at = 20) => ({
  ...{ eventId: `laurel.player.correct.${at}`, type: PLAYER_CORRECTED, playerId: 'anna', occurredAt: at },
  properties: { stats, balances, reason: 'a test', by: 'key_1' },
});
const correct = (player: Player, stats: Amounts, balances: Amounts = {}) =>
  decide(PROGRAM, player, correction(stats, balances), { now: 20 });
const anna: Player = {
  ...newPlayer('ws_1', 'anna', 1),
  stats: new Map([['points@1', { value: 7, at: 1 }]]),
  balances: new Map([['coins', 30]]),
};
const status = (to: 'suspended' | 'banned', player = anna) =>
  changePlayer(PROGRAM, player, { kind: 'status', status: to, reason: 'x' }, 15).player;

describe('a correction', () => {
  it('adds to what the player has, or takes away, each amount as an effect of its own', () => {
    const { player, effects } = correct(anna, { points: -2, matches: 3 }, { coins: -30, gems: 4 });

    expect(player.stats.get('points@1')?.value).toBe(5);
    expect(player.stats.get('matches@1')?.value).toBe(3);
    expect(Object.fromEntries(player.balances)).toEqual({ coins: 0, gems: 4 });
    expect(effects).toMatchObject([
      { kind: 'record', rule: 'laurel.correction', stat: 'points', amount: -2, value: 5 },
      { kind: 'record', stat: 'matches', amount: 3, times: 3, value: 3 },
      { kind: 'spend', rule: 'laurel.correction', currency: 'coins', amount: 30, balance: 0 },
      { kind: 'award', rule: 'laurel.correction', currency: 'gems', amount: 4, balance: 4 },
      { kind: 'standing', board: 'table@1' },
      { kind: 'standing', board: 'played@1', score: 3 },
    ]);
  });

  it('moves leaderboards that add up; to any other it is no result', () => {
    const { player } = correct(anna, { points: 50 });
    expect([...player.boards.keys()]).toEqual(['table@1']);
    expect(player.boards.get('table@1')?.get('all')?.score).toBe(50);
  });

  it.each<[string, Amounts, Amounts, string, string]>([
    ['a balance below zero', {}, { coins: -31 }, 'scoring.below_zero', 'coins would be -1'],
    ['a count below zero', { matches: -1 }, {}, 'scoring.below_zero', 'matches would be -1'],
    ['more than a wallet holds', {}, { coins: Number.MAX_SAFE_INTEGER }, 'scoring.overflow', 'coins'],
    ['more than a stat holds', { points: Number.MAX_SAFE_INTEGER }, {}, 'scoring.overflow', 'points'],
    ['a stat that there is not', { goals: 1 }, {}, 'scoring.unknown_stat', 'goals'],
    ['a stat that adds nothing up', { record: 1 }, {}, 'scoring.unknown_stat', 'record'],
  ])('changes nothing at all where a part of it is %s', (_, stats, balances, code, detail) => {
    const { player, effects } = correct(anna, { points: 1, ...stats }, { gems: 5, ...balances });
    expect(player).toEqual({ ...anna, updatedAt: 20 });
    expect(effects).toMatchObject([
      { kind: 'refused', rule: 'laurel.correction', code, detail: expect.stringContaining(detail) as string },
    ]);
  });

  it('makes a debt smaller, and never larger', () => {
    const debtor: Player = { ...anna, balances: new Map([['coins', -30]]) };
    expect(correct(debtor, {}, { coins: 10 }).player.balances.get('coins')).toBe(-20);
    expect(correct(debtor, {}, { coins: -1 }).effects).toMatchObject([{ code: 'scoring.below_zero' }]);
  });

  it('takes a stat below zero, as results do', () => {
    expect(correct(anna, { points: -9 }).player.stats.get('points@1')?.value).toBe(-2);
  });

  it('reaches who is suspended, and the entries of who is banned where they wait', () => {
    expect(correct(status('suspended'), {}, { coins: 5 }).player.balances.get('coins')).toBe(35);
    const { player, effects } = correct(status('banned', correct(anna, { points: 4 }).player), { points: 2 });
    expect([player.boards.size, player.withheld?.get('table@1')?.get('all')?.score]).toEqual([0, 6]);
    expect(effects).toMatchObject([{ kind: 'record', value: 13 }]);
  });

  it('is refused of a player who was merged: the other one has it', () => {
    const merged = changePlayer(PROGRAM, anna, { kind: 'merge', into: 'bea', reason: 'x' }, 15).player;
    expect(correct(merged, { points: 1 }).effects).toMatchObject([{ code: 'scoring.player_merged' }]);
  });

  it('stands when an event is voided, is none itself, and is decided again by what is left', () => {
    const place = { workspace: 'ws_1', playerId: 'anna', status: 'processed', release: 1 };
    const won: RecordedEvent = {
      ...{ ...place, eventId: 'e1', type: 'won', occurredAt: 10, decidedAt: 10, properties: {} },
    };
    const small: RecordedEvent = { ...place, ...correction({}, { coins: 3 }, 20), decidedAt: 20 };
    const back: RecordedEvent = { ...place, ...correction({}, { coins: -8 }, 30), decidedAt: 30 };
    const taken = (...corrections: readonly RecordedEvent[]) => {
      const history = [won, ...corrections];
      const player = history.reduce(
        (before, event) => decide(PROGRAM, before, event, { now: event.decidedAt }).player,
        newPlayer('ws_1', 'anna', 1),
      );
      return (id: string) => voidEvent(() => PROGRAM, player, history, id, { now: 40, release: 1 });
    };

    expect(taken(small)('e1')).toMatchObject({ value: { effects: [{ kind: 'reversal', amount: -10, balance: 3 }] } });
    expect(taken(small, back)('e1')).toMatchObject({ value: { effects: [{ amount: -2, balance: 3 }] } });
    expect(taken(small)(small.eventId)).toMatchObject({ error: { code: 'scoring.nothing_to_void' } });
  });
});

describe('any corrections in a row', () => {
  const extreme = fc.constantFrom(Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER);
  const amounts = (...keys: readonly string[]) =>
    fc.dictionary(
      fc.constantFrom(...keys),
      fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -40, max: 40 }) }, { weight: 1, arbitrary: extreme }),
    );
  const orders = fc.array(
    fc.record({ stats: amounts('points', 'matches', 'record', 'unknown'), balances: amounts('coins', 'gems') }),
    { maxLength: 20 },
  );

  it('leave what their effects add up to, within the bounds, and nothing of those that were refused', () => {
    fc.assert(
      fc.property(orders, (list) => {
        let player = newPlayer('ws_1', 'anna', 1);
        const sums = new Map<string, number>();
        for (const { stats, balances } of list) {
          const before = player;
          const decided = correct(player, stats, balances);
          player = decided.player;
          if (decided.effects.some(({ kind }) => kind === 'refused')) {
            expect(player).toEqual({ ...before, updatedAt: 20 });
            continue;
          }
          for (const [key, amount] of Object.entries({ ...stats, ...balances })) {
            sums.set(key, (sums.get(key) ?? 0) + amount);
          }
        }
        const left = new Map([
          ...player.balances,
          ...Array.from(player.stats, ([id, { value }]) => [id.replace('@1', ''), value] as const),
        ]);
        const isMoved = ([, value]: readonly [string, number]): boolean => value !== 0;
        expect(new Map([...left].filter(isMoved))).toEqual(new Map([...sums].filter(isMoved)));
        for (const [key, value] of left) {
          expect(Number.isSafeInteger(value)).toBe(true);
          if (key !== 'points') expect(value).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
