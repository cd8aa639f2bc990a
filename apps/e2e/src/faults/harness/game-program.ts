import { heatsBoard, heatsProgram } from './heats.js';

const property = (name: string) => ({ property: `event.properties.${name}` });
const MINUTE_MS = 60_000;

/** Boards and windows of the program, as they are read. */
export const BOARDS = [
  { board: 'points', window: 'all' },
  { board: 'points', window: 'season' },
  { board: 'kills', window: 'all' },
  { board: 'rating', window: 'all' },
  { board: 'fastest', window: 'all' },
  { board: 'heats', window: 'heat-1' },
  { board: 'heats', window: 'heat-2' },
  { board: 'heats', window: 'heat-3' },
] as const;

/** Events happen up to so long before the game begins; the season lies inside. */
export const PAST_MS = 60 * MINUTE_MS;

export const seasonOf = (begin: number) => ({ start: begin - 40 * MINUTE_MS, end: begin - 10 * MINUTE_MS });

/** `stillProgram` with windows that end while the game is played, and prizes for who wins them. */
export function gameProgram(begin: number) {
  const still = stillProgram(begin);
  return { ...still, ...heatsProgram(begin), leaderboards: [...still.leaderboards, heatsBoard(begin)] };
}

/**
 * A program with one of each: sums with tie columns, shared places, the last result, the best one, a season, two currencies,
 * a condition. None of its windows ends.
 *
 * @param begin when the game begins, ms since the epoch
 */
export function stillProgram(begin: number) {
  const season = seasonOf(begin);
  const iso = (at: number): string => new Date(at).toISOString();
  return {
    stats: [
      { key: 'points', aggregation: 'sum' },
      { key: 'kills', aggregation: 'sum' },
      { key: 'matches', aggregation: 'count' },
      { key: 'rating', aggregation: 'last' },
      { key: 'seconds', aggregation: 'min' },
    ],
    rules: [
      {
        key: 'match',
        on: ['match'],
        then: [
          { effect: 'record', stat: 'points', amount: property('points') },
          { effect: 'record', stat: 'kills', amount: property('kills') },
          { effect: 'record', stat: 'matches', amount: 1 },
          { effect: 'record', stat: 'seconds', amount: property('seconds') },
          { effect: 'award', currency: 'coins', amount: property('points') },
        ],
      },
      {
        key: 'ranked',
        on: ['match'],
        when: { property: 'event.properties.mode', op: 'eq', value: 'ranked' },
        then: [{ effect: 'record', stat: 'rating', amount: property('rating') }],
      },
      { key: 'gift', on: ['gift'], then: [{ effect: 'award', currency: 'gems', amount: property('gems') }] },
    ],
    leaderboards: [
      {
        key: 'points',
        source: { stat: 'points' },
        aggregation: 'sum',
        order: 'desc',
        ties: { columns: [{ stat: 'kills', order: 'desc' }], then: 'first_to_reach' },
        windows: [{ kind: 'all' }, { kind: 'season', key: 'season', start: iso(season.start), end: iso(season.end) }],
      },
      {
        key: 'kills',
        source: { stat: 'kills' },
        aggregation: 'sum',
        order: 'desc',
        ties: { columns: [], then: 'shared' },
        windows: [{ kind: 'all' }],
      },
      {
        key: 'rating',
        source: { stat: 'rating' },
        aggregation: 'last',
        order: 'desc',
        ties: { columns: [], then: 'first_to_reach' },
        windows: [{ kind: 'all' }],
      },
      {
        key: 'fastest',
        source: { stat: 'seconds' },
        aggregation: 'best',
        order: 'asc',
        ties: { columns: [], then: 'first_to_reach' },
        windows: [{ kind: 'all' }],
      },
    ],
  };
}
