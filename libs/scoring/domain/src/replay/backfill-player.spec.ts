import {
  EVENT_VOIDED,
  PLAYER_BACKFILLED,
  PLAYER_CORRECTED,
  PLAYER_IMPORTED,
  PLAYER_STATUS_CHANGED,
} from '@laurel/kernel';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { ReleasedProgram } from '@laurel/releases-domain';
import type { RuleDefinition, StatAggregation, StatDefinition } from '@laurel/rules-domain';
import fc from 'fast-check';
import type { Player } from '../player.js';
import { type Program, compileProgram } from '../program.js';
import { backfillPlayer } from './backfill-player.js';
import { canonicalJson } from './canonical-json.js';
import type { RecordedEvent } from './replay-event.js';
import { replayEvents } from './replay-events.js';

type Shape = Partial<Pick<BoardDefinition, 'aggregation' | 'order' | 'windows' | 'source' | 'ties'>>;

const stat = (key: string, incarnation: number, more: Partial<StatDefinition> = {}): StatDefinition => ({
  key,
  aggregation: 'sum',
  incarnation,
  ...more,
});

const board = (incarnation: number, more: Shape & Pick<BoardDefinition, 'start'> = {}): BoardDefinition => ({
  key: 'top',
  incarnation,
  source: { stat: 'points' },
  aggregation: 'sum',
  order: 'desc',
  ties: { columns: [{ stat: 'goals', order: 'desc' }], then: 'first_to_reach' },
  windows: [{ kind: 'all' }],
  ...more,
});

/** An event that leads to another: what both record is recorded by two events. */
const RULES: readonly RuleDefinition[] = [
  {
    key: 'play',
    on: ['played'],
    then: [
      { effect: 'record', stat: 'points', amount: { property: 'event.properties.points' } },
      { effect: 'record', stat: 'goals', amount: { property: 'event.properties.goals' } },
      { effect: 'emit', type: 'rewarded', properties: { points: { property: 'event.properties.goals' } } },
    ],
  },
  {
    key: 'reward',
    on: ['rewarded'],
    then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.points' } }],
  },
];

const program = (stats: readonly StatDefinition[], leaderboards: readonly BoardDefinition[]): ReleasedProgram => ({
  stats,
  leaderboards,
  rules: RULES,
});

const played = (eventId: string, points: number, more: Partial<RecordedEvent> = {}): RecordedEvent => ({
  workspace: 'ws_1',
  playerId: 'anna',
  eventId,
  type: 'played',
  occurredAt: points,
  properties: { points, goals: 1 },
  status: 'processed',
  release: 1,
  decidedAt: 1_000,
  ...more,
});

const BACKFILL = played('laurel.backfill.2', 0, {
  type: PLAYER_BACKFILLED,
  properties: { release: 2, by: 'key_spec' },
  release: 2,
});

const programsOf = (first: ReleasedProgram, second: ReleasedProgram) => {
  const compiled = [compileProgram(1, first), compileProgram(2, second)];
  return (_: string, release: number): Program | undefined => compiled[release - 1];
};

const annaAfter = (programs: ReturnType<typeof programsOf>, history: readonly RecordedEvent[]): Player | undefined =>
  replayEvents(programs, history).get('ws_1')?.get('anna');

/** The stat and the board that begin with release 2, as text; where a banned player's entries wait, too. */
const begun = (player: Player | undefined): string =>
  canonicalJson({
    points: player?.stats.get('points@2'),
    top: Object.fromEntries(player?.boards.get('top@2') ?? []),
    withheld: Object.fromEntries(player?.withheld?.get('top@2') ?? []),
  });

const aggregations = fc.constantFrom<StatAggregation>('sum', 'min', 'max', 'last', 'count');
const shapes = fc.record({
  aggregation: fc.constantFrom('sum' as const, 'best' as const, 'last' as const),
  order: fc.constantFrom('asc' as const, 'desc' as const),
  source: fc.constantFrom({ stat: 'points' }, { stat: 'goals' }),
  windows: fc.constantFrom<BoardDefinition['windows'][]>(
    [{ kind: 'all' }],
    [{ kind: 'season', key: 's', start: '1970-01-01T00:00:00.010Z', end: '1970-01-01T00:00:00.030Z' }],
  ),
});
/** What is played, by which a player is banned and reinstated, and what is taken back: any event before it. */
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('play' as const), points: fc.nat({ max: 40 }) }) },
    fc.record({ kind: fc.constant('import' as const), points: fc.nat({ max: 40 }) }),
    fc.record({ kind: fc.constant('correct' as const), points: fc.integer({ min: -40, max: 40 }) }),
    fc.record({ kind: fc.constant('void' as const), target: fc.nat() }),
    fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom('banned', 'active', 'suspended') }),
  ),
  { maxLength: 20 },
);

/** The log of the steps: some under release 1, some under release 2 before the backfill, some behind it. */
function logOf(list: readonly (typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never)[], from: number) {
  const standing: string[] = [];
  return list.flatMap((step, index): RecordedEvent[] => {
    const release = index < from ? 1 : 2;
    const [eventId, decidedAt] = [`e${index}`, 1_000 + index];
    const place = { release, decidedAt };
    switch (step.kind) {
      case 'play':
        standing.push(eventId);
        return [played(eventId, step.points, place)];
      case 'import': {
        const properties = { stats: { points: step.points }, balances: {} };
        return [played(eventId, step.points, { ...place, type: PLAYER_IMPORTED, properties })];
      }
      case 'correct': {
        const properties = { stats: { points: step.points }, balances: {}, reason: 'a test' };
        return [played(eventId, step.points, { ...place, type: PLAYER_CORRECTED, properties })];
      }
      case 'status': {
        const properties = { status: step.status, reason: 'a test', by: 'key_spec' };
        return [played(eventId, 0, { ...place, type: PLAYER_STATUS_CHANGED, properties })];
      }
      case 'void': {
        const [target] = standing.splice(step.target % Math.max(1, standing.length), 1);
        if (target === undefined) return [];
        return [played(eventId, 0, { ...place, type: EVENT_VOIDED, properties: { eventId: target } })];
      }
    }
  });
}

describe('a stat and a leaderboard that begin with what was recorded', () => {
  it('are what they were if they had been there from the start', () => {
    const changes = fc.record({
      ...{ stats: fc.tuple(aggregations, aggregations), boards: fc.tuple(shapes, shapes), steps },
      ...{ from: fc.nat({ max: 20 }), behind: fc.nat({ max: 10 }) },
    });
    fc.assert(
      fc.property(changes, ({ stats: [was, is], boards: [before, after], steps: list, from, behind }) => {
        const first = program([stat('points', 1, { aggregation: was }), stat('goals', 1)], [board(1, before)]);
        const second = program(
          [stat('points', 2, { aggregation: is, start: 'recorded' }), stat('goals', 1)],
          [board(2, { ...after, start: 'recorded' })],
        );
        // How many recordings a total of another system stands for, only an import into a count says; only sums are put right by any
        // amount.
        const isTaken = ({ kind }: { readonly kind: string }): boolean =>
          (kind !== 'import' || is !== 'count' || was === 'count') &&
          (kind !== 'correct' || (was === 'sum' && is === 'sum'));
        const log = logOf(list.filter(isTaken), from);
        const under1 = log.filter(({ release }) => release === 1).length;
        const backfilled = [...log];
        backfilled.splice(under1 + behind, 0, { ...BACKFILL, decidedAt: 2_000 });

        const changed = annaAfter(programsOf(first, second), backfilled);
        const always = annaAfter(programsOf(second, second), log);

        expect(begun(changed)).toBe(begun(always));
      }),
    );
  });
});

describe('filling what begins with a release', () => {
  const backfill = (first: ReleasedProgram, second: ReleasedProgram, history: readonly RecordedEvent[]) => {
    const programs = programsOf(first, second);
    const anna = annaAfter(programs, history);
    if (!anna) throw new Error('she has no events');
    return backfillPlayer(programs, anna, history, 2, 5_000);
  };
  const first = program([stat('points', 1), stat('goals', 1)], [board(1)]);

  it('tells each stat and each place that is there now', () => {
    const second = program(
      [stat('points', 2, { aggregation: 'max', start: 'recorded' }), stat('goals', 1)],
      [board(2, { aggregation: 'best', start: 'recorded' })],
    );

    expect(backfill(first, second, [played('a', 4), played('b', 9)])).toMatchObject({
      player: { updatedAt: 5_000, createdAt: 1_000 },
      effects: [
        { kind: 'restatement', stat: 'points@2', value: 9 },
        { kind: 'standing', board: 'top@2', window: 'all', score: 9, columns: [1], reachedAt: 9 },
      ],
    });
  });

  it('leaves alone what begins empty, and what does not begin', () => {
    const second = program([stat('points', 2), stat('goals', 1, { start: 'recorded' })], [board(2)]);

    expect(backfill(first, second, [played('a', 4)])).toMatchObject({ effects: [] });
  });

  it('converts amounts into another scale exactly', () => {
    const scaled = [stat('points', 2, { scale: 2, start: 'recorded' }), stat('goals', 1)];

    expect(backfill(first, program(scaled, []), [played('a', 4)]).effects).toEqual([
      { kind: 'restatement', stat: 'points@2', value: 500 },
    ]);
  });

  it('leaves out amounts that another scale can’t keep, with every row that they are in, and says how many', () => {
    const cents = program([stat('points', 1, { scale: 2 }), stat('goals', 1)], [board(1)]);
    const whole = program(
      [stat('points', 2, { start: 'recorded' }), stat('goals', 1)],
      [board(2, { start: 'recorded' })],
    );
    const cups = { points: 0, goals: 0 };

    const { effects } = backfill(cents, whole, [
      played('a', 2, { properties: { ...cups, points: 2 } }),
      played('b', 2, { properties: { ...cups, points: 2.5 } }),
      played('c', 2, { properties: { ...cups, points: 0.25 } }),
    ]);

    expect(effects).toMatchObject([
      { kind: 'restatement', stat: 'points@2', value: 2 },
      { kind: 'standing', board: 'top@2', window: 'all', score: 2 },
      {
        kind: 'refused',
        code: 'scoring.inexact_scale',
        detail: "points can't keep exactly what was recorded; and 1 more",
      },
    ]);
  });

  it('fills the entries of a banned player where they wait, and keeps those that do', () => {
    const second = program([stat('points', 1), stat('goals', 1)], [board(2, { start: 'recorded' })]);
    const ban = { type: PLAYER_STATUS_CHANGED, properties: { status: 'banned', reason: 'a test', by: 'key_spec' } };
    const history = [played('a', 4), played('b', 9, { release: 2 }), played('c', 0, { ...ban, release: 2 })];

    const { player, effects } = backfill(first, second, history);

    expect([effects, player.boards.size]).toEqual([[], 0]);
    expect(player.withheld?.get('top@1')?.get('all')).toMatchObject({ score: 5 });
    expect(player.withheld?.get('top@2')?.get('all')).toMatchObject({ score: 15, columns: [2] });
  });

  it('counts what was taken over from another system once, where it was no count', () => {
    const second = program([stat('points', 2, { aggregation: 'count', start: 'recorded' }), stat('goals', 1)], []);
    const taken = { type: PLAYER_IMPORTED, properties: { stats: { points: 40 }, balances: {} } };

    expect(backfill(first, second, [played('a', 4, taken)]).effects).toEqual([
      { kind: 'restatement', stat: 'points@2', value: 1 },
    ]);
  });

  it('leaves a stat empty whose key nothing was recorded under', () => {
    const second = program([stat('points', 1), stat('goals', 1), stat('wins', 2, { start: 'recorded' })], [board(1)]);

    expect(backfill(first, second, [played('a', 4)])).toMatchObject({ effects: [] });
  });
});
