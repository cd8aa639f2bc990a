import { type FieldProblem } from '@laurel/kernel';
import { type Bounds, LEAGUE_PART } from '@laurel/leaderboards-domain';
import type { ProgramKeys } from '@laurel/rules-domain';
import { checkLeague } from './check-league.js';
import { checkWindows } from './check-windows.js';
import type { BoardDraft } from './program.js';

/** What a schema can't say of a leaderboard: references to nothing, settings that contradict each other, times that are none. */
export const checkBoard = (board: BoardDraft, keys: ProgramKeys, path: string): FieldProblem[] => [
  ...reference(keys.stats, 'stat', board.source.stat, `${path}/source/stat`),
  ...checkBounds(board.source.bounds, `${path}/source/bounds`),
  ...checkColumns(board, keys.stats, `${path}/ties/columns`),
  ...checkNumbering(board, `${path}/numbering`),
  ...checkSplits(board, keys, `${path}/splits`),
  ...checkLeague(board, keys, path),
  ...checkWindows(board, path),
];

function checkColumns({ source, ties }: BoardDraft, stats: ReadonlySet<string>, path: string): FieldProblem[] {
  const columns = ties?.columns ?? [];
  return columns.flatMap((column, index) => [
    ...checkBounds(column.bounds, `${path}/${index}/bounds`),
    ...reference(stats, 'stat', column.stat, `${path}/${index}/stat`),
    ...(column.stat === source.stat || columns.findIndex(({ stat }) => stat === column.stat) < index
      ? [problem(`${path}/${index}/stat`, 'distinct', `"${column.stat}" already decides before this column`)]
      : []),
  ]);
}

const checkNumbering = ({ numbering, ties }: BoardDraft, path: string): FieldProblem[] =>
  numbering === undefined || numbering === 'ordinal' || ties?.then === 'shared'
    ? []
    : [problem(path, 'shared', 'only rows that share a place are numbered so: set ties.then to "shared"')];

function checkSplits({ splits = [] }: BoardDraft, { segments }: ProgramKeys, path: string): FieldProblem[] {
  const names = splits.map(({ key }) => key);
  return splits.flatMap((split, index) => [
    ...(names.indexOf(split.key) < index
      ? [problem(`${path}/${index}/key`, 'unique', `another split of this board is called "${split.key}"`)]
      : []),
    // Also where there is no league: one that comes later goes on with the entries.
    ...(split.key === LEAGUE_PART
      ? [problem(`${path}/${index}/key`, 'reserved', `"${LEAGUE_PART}" is what the groups of a league are`)]
      : []),
    ...('segment' in split
      ? reference(segments ?? new Set(), 'segment', split.segment, `${path}/${index}/segment`)
      : []),
  ]);
}

const checkBounds = (bounds: Bounds | undefined, path: string): FieldProblem[] =>
  bounds && bounds.max < bounds.min ? [problem(`${path}/max`, 'not-below-min', 'must not be less than min')] : [];

const reference = (known: ReadonlySet<string>, what: string, key: string, path: string): FieldProblem[] =>
  known.has(key) ? [] : [problem(path, 'reference', `there is no ${what} "${key}" in this program`)];

const problem = (path: string, rule: string, message: string): FieldProblem => ({ path, rule, message });
