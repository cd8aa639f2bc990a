const property = (name: string) => ({ property: `event.properties.${name}` });
const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

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

/** A window of the board `heats`. */
export interface Heat {
  readonly key: string;
  /** Event times in [start, end), ms. */
  readonly start: number;
  readonly end: number;
  /** Decision time from which it takes nothing more, ms. */
  readonly closesAt: number;
}

const GRACE_SECONDS = 1;

/** Windows that end one after the other while the game is played; each later one holds less of the time in which events happen. */
export const heatsOf = (begin: number): readonly Heat[] =>
  [
    { key: 'heat-1', minutes: 60, seconds: 10 },
    { key: 'heat-2', minutes: 40, seconds: 15 },
    { key: 'heat-3', minutes: 10, seconds: 20 },
  ].map(({ key, minutes, seconds }) => {
    const end = begin + seconds * SECOND_MS;
    return { key, start: begin - minutes * MINUTE_MS, end, closesAt: end + GRACE_SECONDS * SECOND_MS };
  });

/** The day that holds an event time, as a window of `heats`. */
export function dayOf(at: number): Heat {
  const start = Math.floor(at / DAY_MS) * DAY_MS;
  const end = start + DAY_MS;
  const key = new Date(start).toISOString().slice(0, 'yyyy-mm-dd'.length);
  return { key, start, end, closesAt: end + GRACE_SECONDS * SECOND_MS };
}

/** The first three of each heat win so many coins. */
export const PRIZE = { coins: 7, winners: 3 } as const;

export const seasonOf = (begin: number) => ({ start: begin - 40 * MINUTE_MS, end: begin - 10 * MINUTE_MS });

/**
 * A program with one of each: sums with tie columns, shared places, the last result, the best one, a season, two currencies,
 * a condition; and a board whose windows end while the game is played, with a part for who plays much and prizes for who wins.
 *
 * @param begin when the game begins, ms since the epoch
 */
export function gameProgram(begin: number) {
  const season = seasonOf(begin);
  const heats = heatsOf(begin);
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
      {
        key: 'heats',
        source: { stat: 'points' },
        aggregation: 'sum',
        order: 'desc',
        ties: { columns: [], then: 'first_to_reach' },
        graceSeconds: GRACE_SECONDS,
        splits: [{ key: 'regulars', segment: 'regulars' }],
        windows: [
          ...heats.map(({ key, start, end }) => ({ kind: 'season', key, start: iso(start), end: iso(end) })),
          { kind: 'daily' },
        ],
      },
    ],
    segments: [{ key: 'regulars', name: 'Regulars', when: { stat: 'matches', op: 'gte', value: 5 } }],
    rewards: [{ key: 'prize', what: [{ currency: 'coins', amount: PRIZE.coins }] }],
    rewardSchedules: [
      {
        key: 'prizes',
        leaderboard: 'heats',
        windows: heats.map(({ key }) => key),
        tiers: [{ name: 'podium', ranks: { from: 1, to: PRIZE.winners }, rewards: ['prize'] }],
      },
    ],
  };
}
