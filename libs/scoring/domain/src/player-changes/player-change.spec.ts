import fc from 'fast-check';
import { decide } from '../decide.js';
import { type Player, newPlayer } from '../player.js';
import { compileProgram } from '../program.js';
import { type PlayerChange, changePlayer } from './player-change.js';
import type { ProfileChange } from './profile.js';

const PROGRAM = compileProgram(1, {
  stats: [{ key: 'points', aggregation: 'sum', incarnation: 1 }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [
        { effect: 'record', stat: 'points', amount: 5 },
        { effect: 'award', currency: 'coins', amount: 1 },
      ],
    },
  ],
  leaderboards: [
    {
      key: 'top',
      incarnation: 1,
      source: { stat: 'points' },
      aggregation: 'sum',
      order: 'desc',
      ties: { columns: [], then: 'first_to_reach' },
      windows: [{ kind: 'all' }],
    },
  ],
});

const score = (player: Player, now: number) => {
  const event = { eventId: `e${now}`, type: 'scored', playerId: 'anna', occurredAt: now, properties: {} };
  return decide(PROGRAM, player, event, { now });
};
const anna = score(newPlayer('ws_1', 'anna', 1_000), 1_000).player;

const profile = (change: ProfileChange): PlayerChange => ({ kind: 'profile', change });
const status = (to: 'active' | 'suspended' | 'banned', reason = 'cheated'): PlayerChange => ({
  kind: 'status',
  status: to,
  reason,
});
const after = (player: Player, ...changes: readonly PlayerChange[]): Player =>
  changes.reduce((before, change, index) => changePlayer(PROGRAM, before, change, 2_000 + index).player, player);

describe('a change of a profile', () => {
  const known = after(
    anna,
    profile({ mode: 'replace', name: 'Anna', timeZone: 'UTC', attributes: { level: 3, vip: true } }),
  );

  it('replaces all that was known, and notes when', () => {
    const replaced = after(known, profile({ mode: 'replace', name: 'Ann', attributes: { country: 'BR' } }));
    expect(replaced).toMatchObject({ createdAt: 1_000, updatedAt: 2_000 });
    expect(replaced.profile).toEqual({ name: 'Ann', attributes: { country: 'BR' } });
  });

  it('merges what it names into what was known; null takes away', () => {
    const merged = after(known, profile({ mode: 'merge', timeZone: null, attributes: { level: 4, vip: null } }));
    expect(merged.profile).toEqual({ name: 'Anna', attributes: { level: 4 } });
  });

  it('leaves no trace of a profile that says nothing', () => {
    const cleared = after(known, profile({ mode: 'merge', name: null, timeZone: null, attributes: null }));
    expect('profile' in cleared).toBe(false);
  });

  it('does nothing twice: applied again, it leaves the same', () => {
    const values = fc.constantFrom('a', 1, true, null);
    const change = fc.record({
      mode: fc.constantFrom('merge' as const, 'replace' as const),
      name: fc.option(fc.string({ minLength: 1 })),
      attributes: fc.dictionary(fc.constantFrom('a', 'b', 'c'), values),
    });
    fc.assert(
      fc.property(change, (each) => {
        const once = after(known, profile(each));
        expect(after(once, profile(each)).profile).toEqual(once.profile);
      }),
    );
  });

  it('is refused whole where the player would have more than 64 attributes', () => {
    const many = Object.fromEntries(Array.from({ length: 63 }, (_, index) => [`a${index}`, index]));
    const changed = changePlayer(PROGRAM, known, profile({ mode: 'merge', name: 'Ann', attributes: many }), 3_000);
    expect(changed.effects).toMatchObject([{ kind: 'refused', code: 'scoring.too_many_attributes' }]);
    expect(changed.player.profile).toEqual(known.profile);
  });
});

describe('a change of tier', () => {
  const move = (to: string | null, board = 'top@1'): PlayerChange => ({ kind: 'league', board, to });

  it('is of the league of one board, and the last one stands', () => {
    const moved = after(anna, move('silver'), move('gold', 'cup@1'), move('gold'));
    expect(moved.leagues).toEqual(
      new Map([
        ['top@1', 'gold'],
        ['cup@1', 'gold'],
      ]),
    );
    expect(moved.boards).toBe(anna.boards);
  });

  it('leaves no trace of a player who is out of every league', () => {
    expect('leagues' in after(anna, move('silver'), move(null))).toBe(false);
  });
});

describe('a change of status', () => {
  it('that bans takes the player off every board and keeps what stood there', () => {
    const banned = changePlayer(PROGRAM, anna, status('banned'), 3_000);
    expect(banned.effects).toEqual([{ kind: 'removal', board: 'top@1', window: 'all' }]);
    expect(banned.player).toMatchObject({
      restriction: { status: 'banned', reason: 'cheated', since: 3_000 },
      boards: new Map(),
      withheld: anna.boards,
      stats: anna.stats,
      balances: anna.balances,
    });
  });

  it('that reinstates puts the player back as before, and leaves no trace', () => {
    const back = changePlayer(PROGRAM, after(anna, status('banned')), status('active'), 3_000);
    expect(back.effects).toMatchObject([{ kind: 'standing', board: 'top@1', window: 'all', score: 5 }]);
    expect(back.player).toEqual({ ...anna, updatedAt: 3_000 });
    expect(Object.keys(back.player).sort()).toEqual(Object.keys(anna).sort());
  });

  it('that suspends leaves the player on the boards; from a ban it brings back', () => {
    expect(changePlayer(PROGRAM, anna, status('suspended'), 3_000).effects).toEqual([]);
    const eased = after(anna, status('banned'), status('suspended', 'a warning'));
    expect(eased).toMatchObject({ boards: anna.boards, restriction: { status: 'suspended', reason: 'a warning' } });
    expect('withheld' in eased).toBe(false);
  });

  it('that bans again changes no more than the reason', () => {
    const twice = after(anna, status('banned'), status('banned', 'cheated again'));
    expect(twice).toMatchObject({ withheld: anna.boards, restriction: { reason: 'cheated again' } });
  });

  it.each(['suspended', 'banned'] as const)('decides events of a player who is %s to nothing, and says so', (to) => {
    const restricted = after(anna, status(to));
    const decided = score(restricted, 9_000);
    expect(decided.player).toEqual({ ...restricted, updatedAt: 9_000 });
    expect(decided).toMatchObject({
      verdicts: [],
      effects: [{ kind: 'refused', rule: '', code: 'scoring.player_not_active', detail: `the player is ${to}` }],
    });
  });
});
