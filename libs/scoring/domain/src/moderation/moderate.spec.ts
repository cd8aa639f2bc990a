import { PLAYER_STATUS_CHANGED } from '@laurel/kernel';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import { decide } from '../decide.js';
import { changePlayer } from '../player-changes/player-change.js';
import { type Player, newPlayer } from '../player.js';
import { compileProgram } from '../program.js';
import { moderate } from './moderate.js';
import type { Moderation } from './moderation.js';

const HOUR = 3_600_000;
/** Hours since the epoch. */
const at = (hours: number): number => hours * HOUR;

const board = (key: string, more: Partial<BoardDefinition> = {}): BoardDefinition => ({
  ...{ key, incarnation: 1, source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
  ties: { columns: [{ stat: 'goals', order: 'desc' }], then: 'first_to_reach' },
  windows: [{ kind: 'all' }, { kind: 'hourly' }],
  ...more,
});

const PROGRAM = compileProgram(1, {
  stats: [
    { key: 'points', aggregation: 'sum', incarnation: 1 },
    { key: 'goals', aggregation: 'sum', incarnation: 1 },
  ],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [
        { effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } },
        { effect: 'record', stat: 'goals', amount: 1 },
      ],
    },
  ],
  leaderboards: [board('top'), board('cup', { joining: 'opt_in' })],
});

const score = (player: Player, time: number, amount = 5, now = time): Player => {
  const event = { eventId: `e${time}`, type: 'scored', playerId: 'anna', occurredAt: time, properties: { amount } };
  return decide(PROGRAM, player, event, { now }).player;
};
const HOUR_1 = '1970-01-01T01Z';
const anna = score(newPlayer('ws_1', 'anna', at(1)), at(1));

const order = (player: Player, moderation: Moderation, now = at(1) + 1) => moderate(PROGRAM, player, moderation, now);
const hide: Moderation = { kind: 'hide', board: 'top@1' };
const unhide: Moderation = { kind: 'unhide', board: 'top@1' };
const entriesOf = (player: Player, id = 'top@1') => Object.fromEntries(player.boards.get(id) ?? []);
const ENTRY = { score: 5, columns: [1], reachedAt: at(1) };

describe('a standing that is hidden', () => {
  it('leaves every open window at once, and is kept up unseen', () => {
    const { player, effects } = order(anna, hide);

    expect(effects).toEqual([
      { kind: 'removal', board: 'top@1', window: HOUR_1 },
      { kind: 'removal', board: 'top@1', window: 'all' },
    ]);
    expect(entriesOf(score(player, at(1) + 2))).toMatchObject({
      all: { score: 10, columns: [2], hidden: true },
      [HOUR_1]: { score: 10, hidden: true },
    });
  });

  it('is hidden in windows that begin later too', () => {
    expect(entriesOf(score(order(anna, hide).player, at(2)))).toMatchObject({
      '1970-01-01T02Z': { score: 5, hidden: true },
    });
  });

  it('comes back with all that was won meanwhile, and leaves no trace', () => {
    const { player, effects } = order(score(order(anna, hide).player, at(1) + 2), unhide);

    expect(effects).toMatchObject([
      { kind: 'standing', window: HOUR_1, score: 10 },
      { kind: 'standing', window: 'all', score: 10 },
    ]);
    expect(player.hiddenOn).toBeUndefined();
    expect({ ...player, updatedAt: 0 }).toEqual({ ...score(anna, at(1) + 2), updatedAt: 0 });
  });

  it('stays in a window that has closed: those are corrected otherwise', () => {
    const { player, effects } = order(anna, hide, at(2));

    expect(effects).toEqual([{ kind: 'removal', board: 'top@1', window: 'all' }]);
    expect(entriesOf(player)).toEqual({ all: { ...ENTRY, hidden: true }, [HOUR_1]: ENTRY });
  });

  it('changes nothing the second time, and nothing on other boards', () => {
    const once = order(anna, hide).player;
    expect(order(once, hide)).toEqual({ player: once, effects: [] });
  });

  it('is hidden while it is withheld by a ban, and stays hidden after it', () => {
    const status = (player: Player, to: 'banned' | 'active') =>
      changePlayer(PROGRAM, player, { kind: 'status', status: to, reason: 'x' }, at(1) + 1);
    const { player, effects } = order(status(anna, 'banned').player, hide);
    expect(effects).toEqual([]);

    const back = status(player, 'active');
    expect(back.effects).toEqual([]);
    expect(entriesOf(back.player)).toMatchObject({ all: { hidden: true }, [HOUR_1]: { hidden: true } });
  });
});

describe('a standing that is removed', () => {
  const remove: Moderation = { kind: 'remove', board: 'top@1', window: HOUR_1 };

  it('leaves its one window; the next result begins a new one', () => {
    const { player, effects } = order(anna, remove);

    expect(effects).toEqual([{ kind: 'removal', board: 'top@1', window: HOUR_1 }]);
    expect(entriesOf(player)).toEqual({ all: ENTRY });
    expect(entriesOf(score(player, at(1) + 2, 3))).toMatchObject({ all: { score: 8 }, [HOUR_1]: { score: 3 } });
  });

  it('leaves no trace of a board that it was all of', () => {
    const emptied = order(order(anna, remove).player, { ...remove, window: 'all' }).player;
    expect(emptied.boards.has('top@1')).toBe(false);
  });
});

describe('a standing that is adjusted', () => {
  it('has the new numbers in its one window, and results add to them', () => {
    const adjusted = order(anna, { kind: 'adjust', board: 'top@1', window: 'all', mode: 'add', score: -2 });

    expect(adjusted.effects).toEqual([{ kind: 'standing', board: 'top@1', window: 'all', ...ENTRY, score: 3 }]);
    expect(entriesOf(score(adjusted.player, at(1) + 2))).toMatchObject({ all: { score: 8 }, [HOUR_1]: { score: 10 } });
  });

  it('is made where there was none, hidden where the player is', () => {
    const hidden = order(newPlayer('ws_1', 'bea', 1), hide).player;
    const adjusted = order(hidden, { kind: 'adjust', board: 'top@1', window: 'all', mode: 'set', score: 7 });

    expect(adjusted.effects).toEqual([]);
    expect(entriesOf(adjusted.player)).toEqual({ all: { score: 7, columns: [0], reachedAt: at(1) + 1, hidden: true } });
  });
});

describe('a player who joins a window', () => {
  const join = (window: string): Moderation => ({ kind: 'join', board: 'cup@1', window });
  const bea = newPlayer('ws_1', 'bea', 1);

  it('has a place there that is no rank yet, and the first result makes it one', () => {
    const { player, effects } = order(bea, join(HOUR_1));

    expect(effects).toEqual([]);
    expect(entriesOf(player, 'cup@1')).toMatchObject({ [HOUR_1]: { awaiting: true } });
    expect(entriesOf(score(player, at(1) + 2), 'cup@1')).toEqual({ [HOUR_1]: { ...ENTRY, reachedAt: at(1) + 2 } });
  });

  it('keeps what is there who joins again', () => {
    const playing = score(order(bea, join(HOUR_1)).player, at(1) + 2);
    expect(order(playing, join(HOUR_1), at(1) + 3).player.boards).toEqual(playing.boards);
  });

  it.each([
    ['the one that is running', HOUR_1, undefined],
    ['the next one', '1970-01-01T02Z', undefined],
    ['the one after the next', '1970-01-01T03Z', 'scoring.window_too_early'],
    ['one that has closed', '1970-01-01T00Z', 'scoring.window_closed'],
    ['one that there is not', 'never', 'scoring.unknown_window'],
  ])('joins %s: %s', (_, window, code) => {
    const { player, effects } = order(bea, join(window));
    expect(effects.map((effect) => effect.kind === 'refused' && effect.code)).toEqual(code ? [code] : []);
    expect(player.boards.size).toBe(code ? 0 : 1);
  });

  it.each(['suspended', 'banned'] as const)('can’t while %s', (status) => {
    const restricted = changePlayer(PROGRAM, bea, { kind: 'status', status, reason: 'x' }, 2).player;
    expect(order(restricted, join(HOUR_1)).effects).toMatchObject([{ code: 'scoring.player_not_active' }]);
  });
});

describe('an order about a standing', () => {
  it.each<[string, Moderation, string]>([
    ['on a board that is gone', { kind: 'hide', board: 'top@2' }, 'scoring.unknown_board'],
    ['in no window', { kind: 'remove', board: 'top@1', window: 'never' }, 'scoring.unknown_window'],
    ['that is not there', { kind: 'remove', board: 'top@1', window: '1970-01-01T02Z' }, 'scoring.no_standing'],
    [
      'beyond the safe integers',
      { kind: 'adjust', board: 'top@1', window: 'all', mode: 'add', score: Number.MAX_SAFE_INTEGER },
      'scoring.overflow',
    ],
  ])('is refused for one %s', (_, moderation, code) => {
    const { player, effects } = order(anna, moderation);
    expect(effects).toMatchObject([{ kind: 'refused', code }]);
    expect({ ...player, updatedAt: anna.updatedAt }).toEqual(anna);
  });

  it.each(['remove', 'adjust'] as const)('to %s is refused from the moment on at which the window closes', (kind) => {
    const moderation: Moderation = { kind, board: 'top@1', window: HOUR_1, mode: 'add', score: 1 };
    expect(order(anna, moderation, at(2) - 1).effects).not.toMatchObject([{ kind: 'refused' }]);
    expect(order(anna, moderation, at(2)).effects).toMatchObject([{ code: 'scoring.window_closed' }]);
  });

  it('is refused of a player who was merged', () => {
    const merged = changePlayer(PROGRAM, anna, { kind: 'merge', into: 'bea', reason: 'x' }, at(1) + 1).player;
    expect(order(merged, hide).effects).toMatchObject([{ code: 'scoring.player_merged' }]);
  });

  it('goes by the type of its record alone', () => {
    for (const type of ['constructor', PLAYER_STATUS_CHANGED]) {
      const event = { eventId: 'e', type, playerId: 'anna', occurredAt: at(1), properties: {} };
      expect(decide(PROGRAM, anna, event, { now: at(1) }).effects).toEqual([]);
    }
  });
});
