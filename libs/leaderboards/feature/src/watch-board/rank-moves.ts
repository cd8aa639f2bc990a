import type { LiveView, RankMove, StandingRow } from '@laurel/contracts';

/** Players who are named as having overtaken one: more would make a delta grow with the square of its rows. */
const MOST_OVERTAKERS = 3;

/**
 * The ranks that are other ones than before. Who left the view has `to: null`, also when they left the board: nobody is said to
 * have overtaken them. Rows have ranks here, of which several may be equal; equals have not overtaken each other.
 */
export function movesBetween(
  before: readonly StandingRow[],
  after: readonly StandingRow[],
  kind: LiveView['kind'],
): RankMove[] {
  const was = new Map(before.map((row) => [row.playerId, row.rank]));
  // Who is new to the best rows stood behind all of them, or not on the board. Around a player they may come from either side.
  const rankBefore = ({ playerId }: StandingRow): number =>
    was.get(playerId) ?? (kind === 'top' ? Number.POSITIVE_INFINITY : 0);
  const isHere = new Set(after.map(({ playerId }) => playerId));
  const moved = after.filter(({ playerId, rank }) => (was.get(playerId) ?? null) !== rank);
  return [
    ...moved.map((row) => {
      const from = was.get(row.playerId) ?? null;
      const overtakenBy = from === null ? [] : overtakersOf(row, from, after, rankBefore);
      const move = { playerId: row.playerId, from, to: row.rank };
      return overtakenBy.length === 0 ? move : { ...move, overtakenBy };
    }),
    ...before
      .filter(({ playerId, rank }) => rank !== null && !isHere.has(playerId))
      .map(({ playerId, rank }) => ({ playerId, from: rank, to: null })),
  ];
}

/** Who stood behind a row and is ahead of it now, the best first. */
function overtakersOf(
  { rank }: StandingRow,
  from: number,
  after: readonly StandingRow[],
  rankBefore: (row: StandingRow) => number,
): string[] {
  const overtakers: string[] = [];
  for (const row of after) {
    // Rows are ordered by rank: nobody further down is ahead.
    if (row.rank === null || rank === null || row.rank >= rank || overtakers.length === MOST_OVERTAKERS) break;
    if (rankBefore(row) > from) overtakers.push(row.playerId);
  }
  return overtakers;
}
