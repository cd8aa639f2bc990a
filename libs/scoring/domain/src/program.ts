import { type BoardDefinition, type WindowBounds, boardId, windowBounds, windowKey } from '@laurel/leaderboards-domain';
import type { ReleasedProgram } from '@laurel/releases-domain';
import {
  type CompiledRules,
  type Plausible,
  type StatAggregation,
  type StatDefinition,
  compileRules,
  statId,
} from '@laurel/rules-domain';

export interface CompiledStat {
  readonly id: string;
  readonly aggregation: StatAggregation;
  readonly plausible?: Plausible;
}

export interface CompiledBoard {
  readonly id: string;
  readonly definition: BoardDefinition;
  readonly windows: readonly { readonly key: string; readonly bounds: WindowBounds }[];
}

/** A release compiled to closures and look-ups. */
export interface Program {
  readonly release: number;
  readonly rules: CompiledRules;
  /** by stat key */
  readonly stats: ReadonlyMap<string, CompiledStat>;
  /** Whether a stat has bounds of plausibility. */
  readonly isBounded: boolean;
  /** Boards that a recording of a stat may change, as source or as column; by stat key, in the order of the program. */
  readonly boardsByStat: ReadonlyMap<string, readonly CompiledBoard[]>;
  /** by `boardId` */
  readonly boards: ReadonlyMap<string, CompiledBoard>;
}

/** What is in force where nothing was published yet: the empty program. Releases count from 1. */
export const NO_RELEASE = 0;

export function compileProgram(release: number, program: ReleasedProgram): Program {
  const boards = program.leaderboards.map(compileBoard);
  return {
    release,
    rules: compileRules(program.rules, program.stats, program),
    stats: new Map(program.stats.map((stat) => [stat.key, compileStat(stat)])),
    isBounded: program.stats.some(({ plausible }) => plausible !== undefined),
    boardsByStat: new Map(
      program.stats.map(({ key }) => [key, boards.filter((board) => reads(board.definition, key))]),
    ),
    boards: new Map(boards.map((board) => [board.id, board])),
  };
}

const compileStat = (stat: StatDefinition): CompiledStat => ({
  id: statId(stat),
  aggregation: stat.aggregation,
  ...(stat.plausible ? { plausible: stat.plausible } : {}),
});

const compileBoard = (definition: BoardDefinition): CompiledBoard => ({
  id: boardId(definition),
  definition,
  windows: definition.windows.map((window) => ({ key: windowKey(window), bounds: windowBounds(window) })),
});

/** A result under `best` and `last` begins with the source; under `sum` a column alone adds to the row too. */
const reads = ({ source, aggregation, ties }: BoardDefinition, stat: string): boolean =>
  source.stat === stat || (aggregation === 'sum' && ties.columns.some((column) => column.stat === stat));
