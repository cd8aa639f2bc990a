import {
  BOARD_JOINED,
  EVENT_VOIDED,
  GRANT_REVOKED,
  LEAGUE_MOVED,
  PLAYER_BACKFILLED,
  PLAYER_MERGED,
  PLAYER_STATUS_CHANGED,
  PLAYER_UPDATED,
  STANDING_ADJUSTED,
  STANDING_HIDDEN,
  STANDING_REMOVED,
  STANDING_UNHIDDEN,
} from '@laurel/kernel';
import type { Entry } from '@laurel/leaderboards-domain';
import fc from 'fast-check';
import { isClosed } from '../closed-windows.js';
import type { CorrectionEffect, DecidedEffect } from '../effects.js';
import { changePlayer, playerChangeOf } from '../player-changes/player-change.js';
import { type Player, newPlayer } from '../player.js';
import { type Program, compileProgram } from '../program.js';
import { isSeen } from '../same-place.js';
import { histories, revive, textOf } from './recorded-history.builder.js';
import { type Programs, type RecordedEvent, replayEvent } from './replay-event.js';
import { replayEvents } from './replay-events.js';
import { backfillPlayer } from './backfill-player.js';
import { backfilledBy, isVoidable, programOf, standingEvents, voidedBy } from './standing-events.js';
import { voidEvent } from './void-event.js';

interface History {
  readonly events: readonly RecordedEvent[];
  readonly programs: Programs;
}

const isVoid = (event: RecordedEvent): boolean => voidedBy(event) !== undefined;

const voidOf = (target: RecordedEvent, before: RecordedEvent): RecordedEvent => ({
  ...before,
  workspace: target.workspace,
  playerId: target.playerId,
  eventId: `laurel.void.${target.eventId}`,
  type: EVENT_VOIDED,
  status: 'processed',
  properties: { eventId: target.eventId, reason: 'a mistake', by: 'key_spec' },
});

const boards = fc.constantFrom('top@1', 'cup@1', 'best@2', 'best@3');
const numbers = fc.oneof(fc.integer({ min: -20, max: 60 }), fc.constant(Number.MAX_SAFE_INTEGER));

/** What is ordered of a standing. */
const moderations = fc.oneof(
  fc.record({
    type: fc.constantFrom(STANDING_HIDDEN, STANDING_HIDDEN, STANDING_UNHIDDEN, STANDING_REMOVED, BOARD_JOINED),
    properties: fc.record({
      board: boards,
      window: fc.constantFrom('all', 'all', 'none'),
      by: fc.constant('key_spec'),
    }),
  }),
  fc.record({
    type: fc.constant(STANDING_ADJUSTED),
    properties: fc.record(
      {
        board: boards,
        window: fc.constant('all'),
        mode: fc.constantFrom('add', 'set'),
        score: numbers,
        columns: fc.dictionary(fc.constantFrom('goals', 'wins'), numbers),
      },
      { requiredKeys: ['board', 'window', 'mode'] },
    ),
  }),
);

/** What is ordered of a player by itself: a status, a change of the profile, a merge, another tier, or what becomes of a standing. */
const changes = fc.oneof(
  moderations,
  moderations,
  fc.record({
    type: fc.constant(PLAYER_STATUS_CHANGED),
    properties: fc.record({
      status: fc.constantFrom('active', 'suspended', 'banned', 'banned'),
      reason: fc.constant('a test'),
      by: fc.constant('key_spec'),
    }),
  }),
  fc.record({
    type: fc.constant(LEAGUE_MOVED),
    properties: fc.record({
      board: fc.constantFrom('top@1', 'cup@1'),
      to: fc.constantFrom('bronze', 'gold', null),
      by: fc.constant('key_spec'),
    }),
  }),
  fc.record({
    type: fc.constant(PLAYER_MERGED),
    properties: fc.record({ into: fc.constant('zoe'), reason: fc.constant('a test'), by: fc.constant('key_spec') }),
  }),
  fc.record({
    type: fc.constant(PLAYER_UPDATED),
    properties: fc.record({
      change: fc.record({
        mode: fc.constantFrom('merge', 'replace'),
        name: fc.constantFrom('Anna', null),
        attributes: fc.dictionary(fc.constantFrom('country', 'level'), fc.constantFrom('br', 3, true, null)),
      }),
      by: fc.constant('key_spec'),
    }),
  }),
);

const BACKFILL = 'backfill';

/** Fills what began with the release in force; once for each player. */
function backfillAt(event: RecordedEvent, filled: Set<string>): RecordedEvent {
  const { workspace, playerId, release } = event;
  const eventId = `laurel.backfill.${release}`;
  const isFirst = !filled.has(`${idOf(event)} ${eventId}`) && event.status === 'processed';
  if (isFirst) filled.add(`${idOf(event)} ${eventId}`);
  const { inputs: _, ...rest } = event;
  return {
    ...rest,
    ...{ workspace, playerId, eventId, type: PLAYER_BACKFILLED, properties: { release, by: 'key_spec' } },
    status: isFirst ? 'processed' : 'duplicate',
  };
}

/** A history in which some events are taken back, right behind them or later, and some are changes of the player. */
const withVoids = fc
  .record({
    history: histories,
    voids: fc.array(fc.record({ target: fc.nat(), later: fc.nat() }), { maxLength: 12 }),
    ordered: fc.array(fc.record({ at: fc.nat({ max: 59 }), change: fc.oneof(changes, fc.constant(BACKFILL)) }), {
      maxLength: 8,
    }),
  })
  .map(({ history: { events: plain, programs }, voids, ordered }): History => {
    const changed = new Map(ordered.map(({ at, change }) => [at, change]));
    const filled = new Set<string>();
    const events = plain.map((event, index): RecordedEvent => {
      const change = changed.get(index);
      return change === BACKFILL ? backfillAt(event, filled) : { ...event, ...change };
    });
    const behind = new Map<number, RecordedEvent[]>();
    const taken = new Set<string>();
    for (const { target, later } of events.length === 0 ? [] : voids) {
      const at = target % events.length;
      const place = at + (later % (events.length - at));
      const [event, before] = [events[at], events[place]];
      if (!event || !before || event.status !== 'processed' || taken.has(event.eventId)) continue;
      if (!isVoidable(event)) continue;
      if (mayBeMerged(events.slice(0, place + 1), event)) continue;
      taken.add(event.eventId);
      behind.set(place, [...(behind.get(place) ?? []), voidOf(event, before)]);
    }
    return { events: events.flatMap((event, index) => [event, ...(behind.get(index) ?? [])]), programs };
  });

/** Nothing is taken back of a player who was merged. */
const mayBeMerged = (events: readonly RecordedEvent[], event: RecordedEvent): boolean =>
  events.some(({ type, ...each }) => type === PLAYER_MERGED && idOf(each) === idOf(event));

const idOf = ({ workspace, playerId }: { readonly workspace: string; readonly playerId: string }): string =>
  `${workspace}|${playerId}`;

/** Every player, each event decided onto the player as storage gives it back; and all effects of each. */
function play({ events, programs }: History) {
  const stored = new Map<string, string>();
  const effects = new Map<string, (DecidedEffect | CorrectionEffect)[]>();
  for (const [index, event] of events.entries()) {
    if (event.status !== 'processed') continue;
    const id = idOf(event);
    const before = stored.get(id);
    const player = before ? revive(before) : newPlayer(event.workspace, event.playerId, event.decidedAt);
    const own = events.slice(0, index).filter((each) => idOf(each) === id);
    const after = step(programs, player, own, event);
    stored.set(id, textOf(after.player));
    effects.set(id, [...(effects.get(id) ?? []), ...after.effects]);
  }
  return { stored, effects };
}

function step(programs: Programs, player: Player, own: readonly RecordedEvent[], event: RecordedEvent) {
  const change = playerChangeOf(event);
  if (change) return changePlayer(programOf(programs, event), player, change, event.decidedAt);
  const filled = backfilledBy(event);
  if (filled !== undefined) return backfillPlayer(programs, player, own, filled, event.decidedAt);
  const target = voidedBy(event);
  if (target === undefined) return replayEvent(programOf(programs, event), player, event);
  const voided = voidEvent(programs, player, own, target, { now: event.decidedAt, release: event.release });
  if (!voided.ok) throw new Error(voided.error.detail);
  return voided.value;
}

const stateOf = (player: Player | undefined) => ({
  stats: new Map(player?.stats),
  balances: new Map(player?.balances),
  boards: new Map(player?.boards),
  rules: new Map(player?.rules),
  hours: new Map(player?.hours),
  leagues: new Map(player?.leagues),
  profile: player?.profile,
  withheld: new Map(player?.withheld),
  hiddenOn: player?.hiddenOn,
});

/** Without what windows have that had closed under one of the releases: it stays as it was. */
function openOnly(state: ReturnType<typeof stateOf>, programs: Programs, now: number): ReturnType<typeof stateOf> {
  const open = (boards: Player['boards']) =>
    new Map(
      Array.from(boards, ([id, windows]): [string, ReadonlyMap<string, Entry>] => {
        const definitions = [1, 2, 3].flatMap((release) => programs('ws_1', release)?.boards.get(id)?.definition ?? []);
        const isOpen = (window: string) => definitions.every((definition) => !isClosed(definition, window, now));
        return [id, new Map(Array.from(windows).filter(([window]) => isOpen(window)))];
      }).filter(([, windows]) => windows.size > 0),
    );
  return { ...state, boards: open(state.boards), withheld: open(state.withheld) };
}

const playersOf = ({ programs, events }: History): Player[] =>
  [...replayEvents(programs, events).values()].flatMap((players) => [...players.values()]);

describe('a history with voids', () => {
  it('leaves every player with the state of the history without the events that were taken back', () => {
    fc.assert(
      fc.property(withVoids, ({ events, programs }) => {
        const taken = new Set(events.map(voidedBy));
        const rest = events.filter((event) => !isVoid(event) && !taken.has(event.eventId));
        const without = replayEvents(programs, rest);
        const last = events.at(-1)?.decidedAt ?? 0;
        for (const player of playersOf({ events, programs })) {
          const other = without.get(player.workspace)?.get(player.playerId);
          expect(openOnly(stateOf(player), programs, last)).toEqual(openOnly(stateOf(other), programs, last));
        }
      }),
    );
  });

  it('gives, from nothing, the players that were committed step by step, byte for byte', () => {
    fc.assert(
      fc.property(withVoids, (history) => {
        const replayed = playersOf(history).map((player): [string, string] => [idOf(player), textOf(player)]);
        expect(new Map(replayed)).toEqual(play(history).stored);
      }),
    );
  });

  it('moves every balance by what its effects say, so that they add up to it', () => {
    fc.assert(
      fc.property(withVoids, (history) => {
        const { effects } = play(history);
        for (const player of playersOf(history)) {
          const sums = new Map<string, number>();
          for (const effect of effects.get(idOf(player)) ?? []) {
            if (effect.kind !== 'award' && effect.kind !== 'spend' && effect.kind !== 'reversal') continue;
            const moved = effect.kind === 'spend' ? -effect.amount : effect.amount;
            sums.set(effect.currency, (sums.get(effect.currency) ?? 0) + moved);
            expect(effect.balance).toBe(sums.get(effect.currency));
          }
          const left = (balances: Iterable<[string, number]>) => new Map([...balances].filter(([, sum]) => sum !== 0));
          expect(left(sums)).toEqual(left(player.balances));
          // What was given and is spent is a debt once it is taken back.
          if (history.events.some((event) => event.type === GRANT_REVOKED && idOf(event) === idOf(player))) continue;
          for (const balance of player.balances.values()) expect(balance).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('says of every board what leads to its entries, removals included', () => {
    fc.assert(
      fc.property(withVoids, (history) => {
        const { effects } = play(history);
        for (const player of playersOf(history)) {
          const shown = new Map<string, unknown>();
          for (const effect of effects.get(idOf(player)) ?? []) {
            if (effect.kind === 'removal') shown.delete(`${effect.board} ${effect.window}`);
            if (effect.kind !== 'standing') continue;
            const { board, window, score, columns, reachedAt } = effect;
            shown.set(`${board} ${window}`, { score, columns, reachedAt });
          }
          const held = [...player.boards].flatMap(([board, windows]) =>
            Array.from(windows).flatMap(([window, entry]): [string, unknown][] => {
              const { score, columns, reachedAt } = entry;
              return isSeen(entry) ? [[`${board} ${window}`, { score, columns, reachedAt }]] : [];
            }),
          );
          expect(shown).toEqual(new Map(held));
        }
      }),
    );
  });

  it('says of every attribute what it is now, where rules write it and no order does', () => {
    fc.assert(
      fc.property(withVoids, ({ events, programs }) => {
        const history = { events: events.filter(({ type }) => type !== PLAYER_UPDATED), programs };
        const { effects } = play(history);
        for (const player of playersOf(history)) {
          const shown = new Map<string, unknown>();
          for (const effect of effects.get(idOf(player)) ?? []) {
            if (effect.kind !== 'set') continue;
            expect(effect.before).toBe(shown.get(effect.attribute));
            if (effect.value === null) shown.delete(effect.attribute);
            else shown.set(effect.attribute, effect.value);
          }
          expect(shown).toEqual(new Map(Object.entries(player.profile?.attributes ?? {})));
        }
      }),
    );
  });

  it('changes nothing that it is given', () => {
    fc.assert(
      fc.property(withVoids, ({ events, programs }) => {
        const before = JSON.stringify(events);
        replayEvents(programs, events);
        expect(JSON.stringify(events)).toBe(before);
      }),
    );
  });
});

const PROGRAM = compileProgram(1, {
  stats: [
    { key: 'points', aggregation: 'sum', incarnation: 1 },
    { key: 'record', aggregation: 'max', incarnation: 1 },
  ],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [
        { effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } },
        { effect: 'record', stat: 'record', amount: { property: 'event.properties.amount' } },
        { effect: 'award', currency: 'coins', amount: { property: 'event.properties.amount' } },
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
const programs = (_: string, release: number): Program | undefined => (release === 1 ? PROGRAM : undefined);

const scored = (eventId: string, amount: number, more: Partial<RecordedEvent> = {}): RecordedEvent => ({
  workspace: 'ws_1',
  playerId: 'anna',
  eventId,
  type: 'scored',
  occurredAt: amount,
  properties: { amount },
  status: 'processed',
  release: 1,
  decidedAt: 1_000,
  ...more,
});

function anna(history: readonly RecordedEvent[]): Player {
  const player = replayEvents(programs, history).get('ws_1')?.get('anna');
  if (!player) throw new Error('she has no events');
  return player;
}

const take = (history: readonly RecordedEvent[], eventId: string) =>
  voidEvent(programs, anna(history), history, eventId, { now: 5_000, release: 1 });

describe('voiding an event', () => {
  it('tells each stat, balance and board that has another value now', () => {
    expect(take([scored('a', 4), scored('b', 6)], 'b')).toMatchObject({
      ok: true,
      value: {
        effects: [
          { kind: 'restatement', stat: 'points@1', value: 4 },
          { kind: 'restatement', stat: 'record@1', value: 4 },
          { kind: 'reversal', currency: 'coins', amount: -6, balance: 4 },
          { kind: 'standing', board: 'top@1', window: 'all', score: 4, columns: [], reachedAt: 4 },
        ],
      },
    });
  });

  it('tells what nothing remains of', () => {
    expect(take([scored('a', 4)], 'a')).toMatchObject({
      value: {
        player: { stats: new Map(), balances: new Map(), boards: new Map() },
        effects: [
          { kind: 'restatement', stat: 'points@1', value: null },
          { kind: 'restatement', stat: 'record@1', value: null },
          { kind: 'reversal', currency: 'coins', amount: -4, balance: 0 },
          { kind: 'removal', board: 'top@1', window: 'all' },
        ],
      },
    });
  });

  it('leaves out what is as it was: the best of other events still is the best', () => {
    const voided = take([scored('a', 9), scored('b', 2)], 'b');
    const effects = voided.ok ? voided.value.effects : [];
    expect(effects.filter((effect) => effect.kind === 'restatement').map(({ stat }) => stat)).toEqual(['points@1']);
  });

  it('gives an event that was refused before its effect, where the one taken back was in its way', () => {
    const history = [scored('a', Number.MAX_SAFE_INTEGER), scored('b', 5)];
    expect(take(history, 'a')).toMatchObject({
      value: { effects: expect.arrayContaining([{ kind: 'restatement', stat: 'points@1', value: 5 }]) },
    });
  });

  it('keeps when the player was created, and notes when it was changed', () => {
    expect(take([scored('a', 4), scored('b', 4, { decidedAt: 2_000 })], 'a')).toMatchObject({
      value: { player: { createdAt: 1_000, updatedAt: 5_000 } },
    });
  });

  it.each<[string, readonly RecordedEvent[]]>([
    ['was never decided', [scored('b', 1)]],
    ['had no effect', [scored('b', 1), scored('a', 4, { status: 'late' })]],
    ['was taken back before', [scored('b', 1), scored('a', 4), voidOf(scored('a', 4), scored('x', 1))]],
    [
      'is a change of the player',
      [
        scored('b', 1),
        { ...scored('a', 4), type: PLAYER_STATUS_CHANGED, properties: { status: 'banned', reason: 'r', by: 'k' } },
      ],
    ],
    ['is a void itself', [scored('b', 1), { ...voidOf(scored('b', 1), scored('x', 1)), eventId: 'a' }]],
  ])('is refused where the event %s', (_, history) => {
    expect(take(history, 'a')).toMatchObject({ ok: false, error: { code: 'scoring.nothing_to_void' } });
  });

  it('gives no place back: who was among the first players of a rule still is', () => {
    const program = compileProgram(1, {
      stats: [],
      rules: [
        {
          key: 'early',
          on: ['scored'],
          firstPlayers: 1,
          limits: [{ per: 'ever', times: 1 }],
          incarnation: 1,
          then: [{ effect: 'award', currency: 'coins', amount: 5 }],
        },
      ],
      leaderboards: [],
    });
    const claimed = (isHeld: boolean) => ({ inputs: { claims: { 'early@1': isHeld } } });
    const balanceAfter = (history: readonly RecordedEvent[], eventId: string) => {
      const player = replayEvents(() => program, history)
        .get('ws_1')
        ?.get('anna');
      const before = player ?? newPlayer('ws_1', 'anna', 0);
      const voided = voidEvent(() => program, before, history, eventId, { now: 5_000, release: 1 });
      return voided.ok ? voided.value.player.balances.get('coins') : undefined;
    };
    expect(balanceAfter([scored('a', 1, claimed(true)), scored('b', 1)], 'a')).toBe(5);
    expect(balanceAfter([scored('a', 1, claimed(true)), scored('b', 1)], 'b')).toBe(5);
    expect(balanceAfter([scored('a', 1, claimed(false)), scored('b', 1)], 'a')).toBeUndefined();
  });

  it('takes back what stands before it alone: an event that failed and came again behind it counts', () => {
    const failed = scored('a', 4, { status: 'failed' });
    const history = [scored('b', 1), failed, voidOf(failed, scored('x', 1)), scored('a', 4)];
    expect(standingEvents(history).map(({ eventId }) => eventId)).toEqual(['b', 'a']);
  });

  it('fails where the program of a release is not known', () => {
    const history = [scored('a', 1), scored('b', 1)];
    const unknown = [...history, scored('c', 1, { release: 9 })];
    expect(() => voidEvent(programs, anna(history), unknown, 'a', { now: 1, release: 1 })).toThrow(
      'release 9 of ws_1 is not known',
    );
  });
});
