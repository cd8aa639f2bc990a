import {
  type BoardAggregation,
  type BoardDefinition,
  type Entry,
  findWindow,
  isOpen,
  windowHolds,
} from '@laurel/leaderboards-domain';
import fc from 'fast-check';
import { decide } from './decide.js';
import { type Player, newPlayer } from './player.js';
import { type Program, compileProgram } from './program.js';

const HOUR = 3_600_000;
const START = Date.parse('2026-10-24T22:00:00Z');

/** Around the night in which clocks go back in Berlin. */
const windows: BoardDefinition['windows'] = [
  { kind: 'all' },
  { kind: 'hourly', minute: 30 },
  { kind: 'daily', timeZone: 'Europe/Berlin' },
  { kind: 'cron', name: 'shift', expression: '0 */2 * * *', durationSeconds: 3_600 },
  { kind: 'season', key: 'cup', start: '2026-10-25T00:00:00Z', end: '2026-10-25T03:00:00Z', since: START },
];

const AGGREGATIONS: readonly BoardAggregation[] = ['sum', 'count', 'best', 'worst', 'first', 'last'];

const programOf = (aggregation: BoardAggregation, graceSeconds: number, order: 'asc' | 'desc'): Program =>
  compileProgram(1, {
    stats: [
      { key: 'points', aggregation: 'sum', scale: 2, incarnation: 1 },
      { key: 'goals', aggregation: 'sum', incarnation: 1 },
    ],
    rules: [
      {
        key: 'score',
        on: ['scored'],
        then: [
          { effect: 'record', stat: 'points', amount: { property: 'event.properties.points' } },
          { effect: 'record', stat: 'goals', amount: { property: 'event.properties.goals' } },
        ],
      },
    ],
    leaderboards: [
      {
        ...{ key: 'top', incarnation: 1, source: { stat: 'points' }, aggregation, order, windows, graceSeconds },
        ties: { columns: [{ stat: 'goals', order: 'asc' }], then: 'first_to_reach' },
        attempts: {},
      },
    ],
  });

/** One result: its points in hundredths, and how long after it happened it came. */
interface Played {
  readonly id: string;
  readonly at: number;
  readonly hundredths: number;
  readonly goals: number;
  readonly delay: number;
}

const played = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 16 }).map((quarters) => START + (quarters * HOUR) / 2),
      hundredths: fc.integer({ min: -1_000, max: 1_000 }),
      goals: fc.integer({ min: -2, max: 2 }),
      delay: fc.constantFrom(0, 1, HOUR - 1, HOUR, 3 * HOUR, 30 * HOUR),
    }),
    { maxLength: 12 },
  )
  .map((drafts) => drafts.map((draft, index): Played => ({ id: `e${index}`, ...draft })));

const settings = fc.record({
  aggregation: fc.constantFrom(...AGGREGATIONS),
  order: fc.constantFrom('asc' as const, 'desc' as const),
  graceSeconds: fc.constantFrom(0, 60, 3_600),
});

type Entries = ReadonlyMap<string, Entry>;

/** @param now when a result is decided, ms */
function entriesOf(program: Program, events: readonly Played[], now: (event: Played) => number): Entries {
  const start: Player = newPlayer('ws_1', 'anna', START);
  const player = events.reduce((before, event) => {
    const { id, at, hundredths, goals } = event;
    const sent = { eventId: id, type: 'scored', playerId: 'anna', occurredAt: at };
    const properties = { points: hundredths / 100, goals };
    return decide(program, before, { ...sent, properties }, { now: now(event) }).player;
  }, start);
  return new Map(Array.from(player.boards.get('top@1') ?? []).sort(([left], [right]) => (left < right ? -1 : 1)));
}

const byTime = (events: readonly Played[]): Played[] =>
  events.toSorted((left, right) => left.at - right.at || (left.id < right.id ? -1 : 1));

const onlyBoard = ({ boards }: Program): BoardDefinition => {
  const [board] = boards.values();
  if (!board) throw new Error('the program has no board');
  return board.definition;
};

describe('results that come in whatever order', () => {
  it('lead to the same entries under every aggregation while the windows are open', () => {
    fc.assert(
      fc.property(
        settings,
        played.chain((events) => fc.tuple(fc.constant(events), shuffled(events))),
        ({ aggregation, order }, [events, other]) => {
          const patient = programOf(aggregation, 1_000_000, order);
          const now = () => START + 9 * HOUR;
          expect(entriesOf(patient, other, now)).toEqual(entriesOf(patient, events, now));
        },
      ),
    );
  });

  it('lead to what those lead to that came in time, window by window', () => {
    fc.assert(
      fc.property(settings, played, ({ aggregation, order, graceSeconds }, events) => {
        const program = programOf(aggregation, graceSeconds, order);
        const came = ({ at, delay }: Played) => at + delay;
        const arrived = events.toSorted((left, right) => came(left) - came(right));
        const entries = entriesOf(program, arrived, came);
        const touched = [...entriesOf(program, byTime(events), ({ at }) => at).keys()];
        const expected = touched.flatMap((key): [string, Entry][] => {
          const window = findWindow(onlyBoard(program), key);
          if (!window) throw new Error(`there is no window ${key}`);
          const own = events.filter((event) => windowHolds(window, event.at) && isOpen(window, came(event)));
          const entry = entriesOf(program, byTime(own), ({ at }) => at).get(key);
          return entry ? [[key, entry]] : [];
        });
        expect(entries).toEqual(new Map(expected));
      }),
    );
  });

  it('have exact numbers: decimals and negatives as the units of their stat', () => {
    fc.assert(
      fc.property(settings, played, ({ aggregation, order, graceSeconds }, events) => {
        const program = programOf(aggregation, graceSeconds, order);
        for (const [key, entry] of entriesOf(program, byTime(events), ({ at }) => at)) {
          const window = findWindow(onlyBoard(program), key);
          const own = byTime(events).filter(({ at }) => window && windowHolds(window, at));
          expect(entry.attempts).toBe(own.length);
          expect(entry.score).toBe(scoreOf(aggregation, order, own));
        }
      }),
    );
  });
});

const shuffled = (events: readonly Played[]) =>
  fc.shuffledSubarray([...events], { minLength: events.length, maxLength: events.length });

/** The definition of each aggregation, in hundredths. */
function scoreOf(aggregation: BoardAggregation, order: 'asc' | 'desc', events: readonly Played[]): number | undefined {
  const results = events.map(({ hundredths }) => hundredths);
  const [least, most] = [Math.min(...results), Math.max(...results)];
  switch (aggregation) {
    case 'sum':
      return results.reduce((sum, each) => sum + each, 0);
    case 'count':
      return results.length;
    case 'best':
      return order === 'desc' ? most : least;
    case 'worst':
      return order === 'desc' ? least : most;
    case 'first':
      return results[0];
    case 'last':
      return results.at(-1);
  }
}
