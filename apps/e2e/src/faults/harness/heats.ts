const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

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

/** A board with windows that end, and a part for who plays much. */
export function heatsBoard(begin: number) {
  const iso = (at: number): string => new Date(at).toISOString();
  const heats = heatsOf(begin);
  return {
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
  };
}

/** What belongs to the board: who is in its part, and what the first of a heat win. */
export const heatsProgram = (begin: number) => ({
  segments: [{ key: 'regulars', name: 'Regulars', when: { stat: 'matches', op: 'gte', value: 5 } }],
  rewards: [{ key: 'prize', what: [{ currency: 'coins', amount: PRIZE.coins }] }],
  rewardSchedules: [
    {
      key: 'prizes',
      leaderboard: 'heats',
      windows: heatsOf(begin).map(({ key }) => key),
      tiers: [{ name: 'podium', ranks: { from: 1, to: PRIZE.winners }, rewards: ['prize'] }],
    },
  ],
});
