import { GRANT_PAID, GRANT_REVOKED } from '@laurel/kernel';
import { decide } from '../decide.js';
import { changePlayer } from '../player-changes/player-change.js';
import { type Player, newPlayer } from '../player.js';
import { compileProgram } from '../program.js';
import { voidEvent } from '../replay/void-event.js';
import type { GrantPart } from './grant.js';

const board = (key: string, aggregation: 'sum' | 'best') => ({
  ...{ key, incarnation: 1, source: { stat: 'xp' }, aggregation, order: 'desc' as const },
  ties: { columns: [], then: 'first_to_reach' as const },
  windows: [{ kind: 'all' as const }],
});
const PROGRAM = compileProgram(1, {
  stats: [
    { key: 'xp', aggregation: 'sum', incarnation: 1 },
    { key: 'best', aggregation: 'max', incarnation: 1 },
  ],
  rules: [{ key: 'buy', on: ['bought'], then: [{ effect: 'spend', currency: 'coins', amount: 30 }] }],
  leaderboards: [board('level', 'sum'), board('single', 'best')],
});
const ALL: readonly GrantPart[] = [
  { currency: 'coins', amount: 50 },
  { stat: 'xp', amount: 7 },
  { title: 'champion' },
  { item: 'chest', quantity: 2 },
];

const event = (type: string, properties: object, at = 10) => ({
  ...{ eventId: `${type}-${at}`, type, playerId: 'anna', occurredAt: at },
  properties: { ...properties, by: 'key_1' },
});
const pay = (player: Player, parts: readonly GrantPart[] = ALL, at = 10) =>
  decide(PROGRAM, player, event(GRANT_PAID, { grant: 'g', attempt: 1, parts }, at), { now: at });
const revoke = (player: Player, parts: readonly GrantPart[] = ALL) =>
  decide(PROGRAM, player, event(GRANT_REVOKED, { grant: 'g', parts, paidFor: 10, reason: 'x' }, 20), { now: 20 });
const status = (player: Player, to: 'suspended' | 'banned') =>
  changePlayer(PROGRAM, player, { kind: 'status', status: to, reason: 'x' }, 15).player;
const anna = newPlayer('ws_1', 'anna', 1);

describe('a grant that is paid', () => {
  it('gives all of it, each thing as an effect of its own', () => {
    const { player, effects } = pay(anna);
    expect(player.balances.get('coins')).toBe(50);
    expect(player.stats.get('xp@1')?.value).toBe(7);
    expect(player.boards.get('level@1')?.get('all')?.score).toBe(7);
    expect([player.titles, player.items]).toEqual([new Map([['champion', 1]]), new Map([['chest', 2]])]);
    expect(effects).toMatchObject([
      { kind: 'record', rule: 'laurel.grant', stat: 'xp', amount: 7, value: 7 },
      { kind: 'award', rule: 'laurel.grant', currency: 'coins', amount: 50, balance: 50 },
      { kind: 'title', title: 'champion', times: 1 },
      { kind: 'item', item: 'chest', quantity: 2, count: 2 },
      { kind: 'standing', board: 'level@1' },
      { kind: 'standing', board: 'single@1' },
    ]);
  });

  it.each<[string, GrantPart, string]>([
    ['a stat that the program has no more', { stat: 'gone', amount: 1 }, 'scoring.unknown_stat'],
    ['a stat that is no sum any more', { stat: 'best', amount: 1 }, 'scoring.unknown_stat'],
    ['more than a wallet holds', { currency: 'coins', amount: Number.MAX_SAFE_INTEGER }, 'scoring.overflow'],
  ])('gives nothing where a part of it is %s', (_, part, code) => {
    const before = pay(anna).player;
    const { player, effects } = pay(before, [...ALL, part], 12);
    expect(player).toEqual({ ...before, updatedAt: 12 });
    expect(effects).toMatchObject([{ kind: 'refused', rule: 'laurel.grant', code }]);
  });

  it.each(['suspended', 'banned'] as const)('is refused to a player who is %s', (to) => {
    const { player, effects } = pay(status(anna, to), ALL, 16);
    expect(player.balances.size).toBe(0);
    expect(effects).toMatchObject([{ kind: 'refused', code: 'scoring.player_not_active' }]);
  });

  it('goes over to the one whom the player was merged into', () => {
    const merged = changePlayer(PROGRAM, anna, { kind: 'merge', into: 'bea', reason: 'x' }, 5).player;
    const [effect, ...more] = pay(merged).effects;
    expect(more).toEqual([]);
    const what = { balances: { coins: 50 }, titles: { champion: 1 }, items: { chest: 2 } };
    expect(effect).toMatchObject({ kind: 'handed_over', into: 'bea', passedOn: 0, what });
  });

  it('stands when an event of the player is voided, and is none itself', () => {
    const record = (
      type: string,
      eventId: string,
      properties: Readonly<Record<string, unknown>>,
      decidedAt: number,
    ) => ({
      ...{ workspace: 'ws_1', playerId: 'anna', status: 'processed', release: 1, decidedAt, occurredAt: decidedAt },
      ...{ eventId, type, properties },
    });
    const history = [record(GRANT_PAID, 'paid', { parts: ALL }, 10), record('bought', 'e1', {}, 12)];
    const bought = decide(PROGRAM, pay(anna).player, event('bought', {}, 12), { now: 12 }).player;
    const voided = voidEvent(() => PROGRAM, bought, history, 'e1', { now: 20, release: 1 });
    expect(voided).toMatchObject({ ok: true, value: { effects: [{ kind: 'reversal', amount: 30, balance: 50 }] } });
    expect(voided.ok && voided.value.player.titles).toEqual(new Map([['champion', 1]]));
    expect(voidEvent(() => PROGRAM, bought, history, 'paid', { now: 20, release: 1 })).toMatchObject({
      error: { code: 'scoring.nothing_to_void' },
    });
  });
});

describe('a grant that is taken back', () => {
  it('leaves the player as before, but for a result that stands', () => {
    const { player, effects } = revoke(pay(anna).player);
    expect(player.balances.get('coins')).toBe(0);
    expect(player.stats.get('xp@1')?.value).toBe(0);
    expect(player.boards.get('level@1')?.get('all')?.score).toBe(0);
    expect(player.boards.get('single@1')?.get('all')?.score).toBe(7);
    expect([player.titles, player.items]).toEqual([undefined, undefined]);
    expect(effects).toMatchObject([
      { kind: 'record', stat: 'xp', amount: -7, value: 0 },
      { kind: 'reversal', currency: 'coins', amount: -50, balance: 0 },
      { kind: 'title', title: 'champion', times: 0 },
      { kind: 'item', item: 'chest', quantity: -2, count: 0 },
      { kind: 'standing', board: 'level@1', score: 0 },
    ]);
  });

  it('leaves a debt of what was spent', () => {
    const spent = decide(PROGRAM, pay(anna).player, event('bought', {}, 12), { now: 12 }).player;
    expect(revoke(spent).player.balances.get('coins')).toBe(-30);
  });

  it('leaves a title that was given twice', () => {
    expect(revoke(pay(pay(anna).player, [{ title: 'champion' }], 11).player).player.titles?.get('champion')).toBe(1);
  });

  it('is taken from a banned player too, whose entries change where they wait', () => {
    const banned = status(pay(anna).player, 'banned');
    const { player, effects } = revoke(banned);
    expect(player.boards.size).toBe(0);
    expect(player.withheld?.get('level@1')?.get('all')?.score).toBe(0);
    expect(player.balances.get('coins')).toBe(0);
    expect(effects.filter(({ kind }) => kind === 'standing')).toEqual([]);
  });

  it('is refused of a player who was merged: the other one has it', () => {
    const merged = changePlayer(PROGRAM, pay(anna).player, { kind: 'merge', into: 'bea', reason: 'x' }, 15).player;
    expect(revoke(merged).effects).toMatchObject([{ kind: 'refused', code: 'scoring.player_merged' }]);
  });
});
