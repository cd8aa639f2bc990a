import type { TableRow } from './final-table.ts';

/** All that one picture of the table shows. */
export interface TableView {
  readonly title: string;
  readonly matchday: number;
  readonly matchdays: number;
  readonly matchesPlayed: number;
  readonly matches: number;
  readonly rows: readonly TableRow[];
  /** Rank of a club before this matchday; a club that was elsewhere gets an arrow. */
  readonly ranksBefore: ReadonlyMap<string, number>;
  readonly clubNames: ReadonlyMap<string, string>;
  /** What is amiss, shown below the table. */
  readonly trouble: string | undefined;
}

export interface TableStyle {
  readonly color: boolean;
  /** Most lines that the picture may have. */
  readonly height: number;
}

/** Columns that the picture needs. */
export const TABLE_WIDTH = 56;

const BAR_WIDTH = 36;
const LINES_AROUND_ROWS = 4;
const GREEN = 32;
const RED = 31;
const DIM = 2;
const BOLD = 1;

type Paint = (code: number, text: string) => string;

/** The picture, a string a line: title, progress, the table with arrows for clubs that moved, and what is amiss. */
export function renderTable(view: TableView, { color, height }: TableStyle): readonly string[] {
  const paint: Paint = (code, text) => (color ? `\x1b[${code}m${text}\x1b[0m` : text);
  const rows = view.rows.slice(0, Math.max(1, height - LINES_AROUND_ROWS));
  return [
    `${paint(BOLD, view.title)} · matchday ${view.matchday} of ${view.matchdays}`,
    progressBar(view.matchesPlayed, view.matches),
    paint(DIM, `  #     ${'Club'.padEnd(24)}  Pts    GD   GF`),
    ...rows.map((row) => renderRow(row, view, paint)),
    paint(DIM, (view.trouble ?? '').slice(0, TABLE_WIDTH)),
  ];
}

/** One line that tells where a matchday left the three best. */
export function renderMatchday({ matchday, matchdays, rows, clubNames }: TableView): string {
  const leaders = rows
    .slice(0, 3)
    .map(
      (row) =>
        `${row.rank ?? '–'}. ${clubNames.get(row.playerId) ?? row.playerId} ${row.points} (${signed(row.goalDifference)})`,
    );
  return `Matchday ${String(matchday).padStart(2)}/${matchdays}   ${leaders.join('   ')}`;
}

function progressBar(done: number, total: number): string {
  const filled = Math.round((done / total) * BAR_WIDTH);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${String(done).padStart(4)}/${total} matches`;
}

function renderRow(row: TableRow, { ranksBefore, clubNames }: TableView, paint: Paint): string {
  const name = (clubNames.get(row.playerId) ?? row.playerId).slice(0, 24).padEnd(24);
  const numbers = [
    String(row.points).padStart(5),
    signed(row.goalDifference).padStart(6),
    String(row.goalsFor).padStart(5),
  ].join('');
  return `${String(row.rank ?? '–').padStart(3)} ${arrow(row, ranksBefore, paint)} ${name}${numbers}`;
}

function arrow({ playerId, rank }: TableRow, ranksBefore: ReadonlyMap<string, number>, paint: Paint): string {
  const climbed = rank === null ? 0 : (ranksBefore.get(playerId) ?? rank) - rank;
  if (climbed === 0) return '   ';
  const text = `${climbed > 0 ? '▲' : '▼'}${Math.abs(climbed)}`.padEnd(3);
  return paint(climbed > 0 ? GREEN : RED, text);
}

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value).replace('-', '−'));
