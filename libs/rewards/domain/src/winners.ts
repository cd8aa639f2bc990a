import type { RewardScheduleDefinition, RewardTier } from './reward-schedule.js';

/** What of a final row winners are found by. */
export interface FinalRow {
  readonly playerId: string;
  /** The same for rows that share a place. */
  readonly rank: number;
  readonly score: number;
}

/** What of a leaderboard says who wins. */
export interface FinalBoard {
  /** Rows there are in all. */
  readonly total: number;
  readonly order: 'asc' | 'desc';
  /** `dense`: ranks are places, however many rows share one. */
  readonly numbering?: 'ordinal' | 'competition' | 'dense';
}

/** A row with what it wins. */
export interface Winner<Row extends FinalRow> {
  readonly row: Row;
  readonly tier: RewardTier;
}

/**
 * Who wins what: each row gets the first tier that fits. A row's place is its number in the order of rows; of rows that share
 * one it is the number of the first of them under `all`, of the last under `none`, and its own under `first`. A percentage of
 * rows is rounded up, and is one at least. Reads no further than there may be winners.
 *
 * @param rows in rank order, in pages
 */
export async function* winnersOf<Row extends FinalRow>(
  { tiers, ties = 'all' }: Pick<RewardScheduleDefinition, 'tiers' | 'ties'>,
  board: FinalBoard,
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Winner<Row>> {
  const edge = lastPlaceOf(tiers, board);
  const numbered = ties === 'none' ? byLastOfShared(pages, edge) : byFirstOfShared(pages, ties);
  for await (const { row, place } of numbered) {
    const rank = board.numbering === 'dense' ? row.rank : place;
    const tier = tiers.find((each) => fits(each, { rank, place, row }, board));
    if (tier) yield { row, tier };
    // Behind the edge it is scores alone, and they only get worse.
    else if (place > edge) return;
  }
}

interface Numbered<Row> {
  readonly row: Row;
  readonly place: number;
}

async function* byFirstOfShared<Row extends FinalRow>(
  pages: AsyncIterable<readonly Row[]>,
  ties: 'all' | 'first',
): AsyncGenerator<Numbered<Row>> {
  let [own, shared, rank] = [0, 0, Number.NaN];
  for await (const page of pages) {
    for (const row of page) {
      own += 1;
      if (row.rank !== rank) [shared, rank] = [own, row.rank];
      yield { row, place: ties === 'first' ? own : shared };
    }
  }
}

/** Keeps no more of those that share a place than there are places up to the edge. */
async function* byLastOfShared<Row extends FinalRow>(
  pages: AsyncIterable<readonly Row[]>,
  edge: number,
): AsyncGenerator<Numbered<Row>> {
  let own = 0;
  let group: Row[] = [];
  for await (const page of pages) {
    for (const row of page) {
      if (group.length > 0 && (group[0]?.rank !== row.rank || own > edge)) {
        for (const each of group) yield { row: each, place: own };
        group = [];
      }
      group.push(row);
      own += 1;
    }
  }
  for (const each of group) yield { row: each, place: own };
}

interface Placed {
  /** What ranges are compared with. */
  readonly rank: number;
  readonly place: number;
  readonly row: FinalRow;
}

function fits(tier: RewardTier, { rank, place, row }: Placed, board: FinalBoard): boolean {
  if ('ranks' in tier) return rank >= tier.ranks.from && rank <= tier.ranks.to;
  if ('topPercent' in tier) return place <= placesOf(tier.topPercent, board.total);
  return board.order === 'desc' ? row.score >= tier.minScore : row.score <= tier.minScore;
}

/** The last place that a tier by places may reach; rows behind it win by their score alone. */
function lastPlaceOf(tiers: readonly RewardTier[], { total, numbering }: FinalBoard): number {
  const places = tiers.map((tier) => {
    if ('ranks' in tier) return numbering === 'dense' ? total : tier.ranks.to;
    return 'topPercent' in tier ? placesOf(tier.topPercent, total) : 0;
  });
  return Math.max(0, ...places);
}

/** In steps of a millionth, so that 7 percent of 100 rows are 7. */
const placesOf = (percent: number, total: number): number =>
  Math.max(1, Math.ceil(Math.round(percent * total * 10_000) / 1_000_000));
