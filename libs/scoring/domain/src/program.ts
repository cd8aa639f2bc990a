import {
  type BoardDefinition,
  type LeagueDefinition,
  type WindowSeries,
  boardId,
  windowsOf,
} from '@laurel/leaderboards-domain';
import { type ReleasedProgram, isRefilled, needsRefill } from '@laurel/releases-domain';
import {
  type CompiledRules,
  type CompiledSegment,
  type Plausible,
  type StatAggregation,
  type StatDefinition,
  compileRules,
  compileSegment,
  statId,
} from '@laurel/rules-domain';
import { type CompiledSplits, compileSplits } from './parts.js';

export interface CompiledStat {
  readonly id: string;
  readonly aggregation: StatAggregation;
  /** Decimals of its amounts. */
  readonly scale: number;
}

export interface BoundedStat extends CompiledStat {
  readonly plausible: Plausible;
}

export interface CompiledBoard {
  readonly id: string;
  readonly definition: BoardDefinition;
  readonly windows: readonly WindowSeries[];
  /** Keys of the stats that make a row: the source, then the columns. */
  readonly stats: readonly string[];
}

/** The league of a board. */
export interface CompiledLeague {
  /** `boardId` */
  readonly id: string;
  readonly board: BoardDefinition;
  readonly definition: LeagueDefinition;
  /** Of its windows. */
  readonly series: WindowSeries;
  /** The segment that is its band; absent where that is none. */
  readonly segment?: CompiledSegment;
}

/** What begins with a release from what was recorded before, as programs that have nothing else. */
export interface Refill {
  /** `stats` are only those that begin. */
  readonly stats: Pick<Program, 'stats'>;
  /** `boardsByStat` has only boards that begin; `stats` are all, which say what a recording is worth. */
  readonly boards: Pick<Program, 'stats' | 'boardsByStat'>;
}

/** A release compiled to closures and look-ups. */
export interface Program {
  readonly release: number;
  readonly rules: CompiledRules;
  /** by stat key */
  readonly stats: ReadonlyMap<string, CompiledStat>;
  /** Those of the stats that have bounds of plausibility. */
  readonly bounded: ReadonlyMap<string, BoundedStat>;
  /** Boards that a recording of a stat may change, as source or as column; by stat key, in the order of the program. */
  readonly boardsByStat: ReadonlyMap<string, readonly CompiledBoard[]>;
  /** by `boardId` */
  readonly boards: ReadonlyMap<string, CompiledBoard>;
  /** Leagues of boards, by `boardId`; absent where there are none. */
  readonly leagues?: ReadonlyMap<string, CompiledLeague>;
  /** Absent where nothing does. */
  readonly refill?: Refill;
  /** Absent where no board is divided. */
  readonly splits?: CompiledSplits;
}

/** What is in force where nothing was published yet: the empty program. Releases count from 1. */
export const NO_RELEASE = 0;

export function compileProgram(release: number, program: ReleasedProgram): Program {
  const boards = program.leaderboards.map(compileBoard);
  const leagues = boards.flatMap((board) => compileLeague(board, program) ?? []);
  const compiled = {
    release,
    ...(leagues.length > 0 ? { leagues: new Map(leagues.map((league) => [league.id, league])) } : {}),
    rules: compileRules(program.rules, program.stats, program),
    stats: new Map(program.stats.map((stat) => [stat.key, compileStat(stat)])),
    bounded: new Map(
      program.stats.flatMap((stat) =>
        stat.plausible ? [[stat.key, { ...compileStat(stat), plausible: stat.plausible }] as const] : [],
      ),
    ),
    boardsByStat: new Map(
      program.stats.map(({ key }) => [key, boards.filter((board) => reads(board.definition, key))]),
    ),
    boards: new Map(boards.map((board) => [board.id, board])),
  };
  const refill = refillOf(release, program, compiled);
  const splits = compileSplits(boards, program);
  return { ...compiled, ...(refill ? { refill } : {}), ...(splits ? { splits } : {}) };
}

function refillOf(release: number, program: ReleasedProgram, compiled: Omit<Program, 'refill'>): Refill | undefined {
  if (!needsRefill(program, release)) return undefined;
  const begins = (resource: StatDefinition | BoardDefinition) => isRefilled(resource, release);
  const boardsByStat = Array.from(compiled.boardsByStat, ([key, boards]): [string, readonly CompiledBoard[]] => [
    key,
    boards.filter(({ definition }) => begins(definition)),
  ]);
  return {
    stats: { stats: new Map(program.stats.filter(begins).map((stat) => [stat.key, compileStat(stat)])) },
    boards: { stats: compiled.stats, boardsByStat: new Map(boardsByStat) },
  };
}

function compileLeague(
  { id, definition: board, windows }: CompiledBoard,
  program: ReleasedProgram,
): CompiledLeague | undefined {
  const { league: definition } = board;
  const series = windows.find(({ name }) => name === definition?.window);
  if (!definition || !series) return undefined;
  const { band } = definition;
  const segment = band && 'segment' in band && program.segments?.find(({ key }) => key === band.segment);
  const compiled = segment ? compileSegment(segment, program) : undefined;
  return { id, board, definition, series, ...(compiled ? { segment: compiled } : {}) };
}

const compileStat = (stat: StatDefinition): CompiledStat => ({
  id: statId(stat),
  aggregation: stat.aggregation,
  scale: stat.scale ?? 0,
});

const compileBoard = (definition: BoardDefinition): CompiledBoard => ({
  id: boardId(definition),
  definition,
  windows: windowsOf(definition),
  stats: [definition.source.stat, ...definition.ties.columns.map(({ stat }) => stat)],
});

/** A result under `best` and `last` begins with the source; under `sum` a column alone adds to the row too. */
const reads = ({ source, aggregation, ties }: BoardDefinition, stat: string): boolean =>
  source.stat === stat || (aggregation === 'sum' && ties.columns.some((column) => column.stat === stat));
