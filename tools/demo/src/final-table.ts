import type { StandingRow } from '@laurel/contracts';
import type { SeasonRef } from './season.ts';

/** One row of a league table; of a live board, whose `rank` is null while ranks are being rebuilt. */
export interface TableRow {
  readonly rank: number | null;
  readonly playerId: string;
  readonly points: number;
  readonly goalDifference: number;
  readonly goalsFor: number;
}

/** A row as the league published it. */
export interface FinalRow extends TableRow {
  readonly rank: number;
  readonly club: string;
}

/** A final table as the league published it: written down, not computed. */
export interface FinalTable extends SeasonRef {
  readonly competition: string;
  readonly rows: readonly FinalRow[];
}

/** The seasons whose published final tables are kept in `final-tables/`. Others of the package lack matches or hold more errors. */
export const FINAL_TABLES = ['premier-league-2012-13', 'premier-league-2014-15', 'bundesliga-2012-13'] as const;

export type FinalTableName = (typeof FINAL_TABLES)[number];

export async function readFinalTable(name: FinalTableName): Promise<FinalTable> {
  const { default: table } = (await import(`../final-tables/${name}.json`, { with: { type: 'json' } })) as {
    readonly default: FinalTable;
  };
  return table;
}

/** A row of the demo's board as a row of the league table. */
export const toTableRow = ({ rank, playerId, score, columns }: StandingRow): TableRow => ({
  rank,
  playerId,
  points: score,
  goalDifference: columns['goal_difference'] ?? 0,
  goalsFor: columns['goals_for'] ?? 0,
});

/** Every place in which a table differs from the published one, a line each; empty when all rows and columns agree. */
export function tableDifferences(actual: readonly TableRow[], published: readonly TableRow[]): readonly string[] {
  const places = Array.from({ length: Math.max(actual.length, published.length) }, (_, index) => index);
  return places.flatMap((place) => {
    const [is, should] = [describe(actual[place]), describe(published[place])];
    return is === should ? [] : [`place ${place + 1}: ${is} instead of ${should}`];
  });
}

const describe = (row: TableRow | undefined): string =>
  row ? `${row.rank ?? '–'}. ${row.playerId} ${row.points} ${row.goalDifference} ${row.goalsFor}` : 'nobody';
