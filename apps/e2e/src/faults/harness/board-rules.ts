import type { BoardPage, BoardRow } from './read-board.js';

/** How a board of the game's program orders its rows. */
interface BoardRule {
  readonly order: 'asc' | 'desc';
  readonly columns: readonly string[];
  readonly shared: boolean;
  /** Scores only grow. */
  readonly grows: boolean;
}

export const BOARD_RULES: Readonly<Record<string, BoardRule>> = {
  points: { order: 'desc', columns: ['kills'], shared: false, grows: true },
  kills: { order: 'desc', columns: [], shared: true, grows: true },
  rating: { order: 'desc', columns: [], shared: false, grows: false },
  heats: { order: 'desc', columns: [], shared: false, grows: true },
  fastest: { order: 'asc', columns: [], shared: false, grows: false },
};

/** Negative when `left` stands before `right`; by result alone, 0 when they are equal. */
function compareByResult({ order, columns }: BoardRule, left: BoardRow, right: BoardRow): number {
  if (left.score !== right.score) return order === 'desc' ? right.score - left.score : left.score - right.score;
  const column = columns.find((key) => left.columns[key] !== right.columns[key]);
  return column === undefined ? 0 : (right.columns[column] ?? 0) - (left.columns[column] ?? 0);
}

function compareRows(rule: BoardRule, left: BoardRow, right: BoardRow): number {
  const byResult = compareByResult(rule, left, right);
  if (byResult !== 0) return byResult;
  if (!rule.shared && left.reachedAt !== right.reachedAt) {
    return (left.reachedAt ?? '') < (right.reachedAt ?? '') ? -1 : 1;
  }
  return left.playerId < right.playerId ? -1 : 1;
}

/** Orders rows and gives them their ranks. */
export function rankRows(board: string, rows: readonly BoardRow[]): BoardRow[] {
  const rule = ruleOf(board);
  const ranked: BoardRow[] = [];
  for (const [index, row] of [...rows].sort((left, right) => compareRows(rule, left, right)).entries()) {
    const above = ranked.at(-1);
    const shares = rule.shared && above !== undefined && compareByResult(rule, above, row) === 0;
    ranked.push({ ...row, rank: shares ? above.rank : index + 1 });
  }
  return ranked;
}

/** What is wrong within one page: its order, its ranks, a player twice. Undefined when nothing is. */
export function faultOfPage(board: string, { entries, total }: BoardPage): string | undefined {
  const rule = ruleOf(board);
  if (new Set(entries.map(({ playerId }) => playerId)).size < entries.length) return 'a player stands there twice';
  if (total === null || total < entries.length) return `${entries.length} rows, but a total of ${total}`;
  for (const [index, row] of entries.entries()) {
    const above = entries[index - 1];
    if (row.rank === null) return `row ${index} has no rank`;
    if (!above) continue;
    if (compareRows(rule, above, row) > 0) return `row ${index} stands below a worse one`;
    const shares = rule.shared && compareByResult(rule, above, row) === 0;
    const gap = row.rank - (above.rank ?? 0);
    if (shares ? gap !== 0 : gap < 1 || (!rule.shared && gap !== 1)) return `rank ${row.rank} follows ${above.rank}`;
  }
  return undefined;
}

export function ruleOf(board: string): BoardRule {
  const rule = BOARD_RULES[board];
  if (!rule) throw new Error(`the game has no board ${board}`);
  return rule;
}
