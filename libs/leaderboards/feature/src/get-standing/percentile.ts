/**
 * How much of a board does not stand before a rank, in percent: of 20 rows, rank 1 is at 100, rank 20 at 5. Shared ranks share
 * it. Rounded down to two decimals, so that 100 means first and nothing else.
 *
 * @param rank from 1
 * @param total rows on the board, at least `rank`
 */
export const percentileOf = (rank: number, total: number): number =>
  Math.floor(((total - rank + 1) * 10_000) / total) / 100;
