import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { BoardDraft, ProgramDocument, ReleasedProgram, StatDraft } from './program.js';

/**
 * Turns a validated program into release `number`: writes out defaults and gives each resource its incarnation, the number
 * of the release in which its present shape began. A stat or board that keeps its key but changes what its values mean, or
 * that was deleted and comes back, begins anew and never revives old values.
 */
export function releaseProgram(
  program: ProgramDocument,
  previous: ReleasedProgram | undefined,
  number: number,
): ReleasedProgram {
  const stats = program.stats.map((stat) => ({
    key: stat.key,
    aggregation: stat.aggregation,
    incarnation: incarnationOf(stat, previous?.stats, statShape, number),
  }));
  const leaderboards = program.leaderboards.map((draft) => {
    const board = withDefaults(draft);
    return { ...board, incarnation: incarnationOf(board, previous?.leaderboards, boardShape, number) };
  });
  return { stats, rules: program.rules, leaderboards };
}

/** The program as an operator writes it: publishing it again changes nothing. */
export function toProgramDocument(program: ReleasedProgram): ProgramDocument {
  return {
    stats: program.stats.map(({ incarnation: _, ...stat }) => stat),
    rules: program.rules,
    leaderboards: program.leaderboards.map(({ incarnation: _, ...board }) => board),
  };
}

function withDefaults({
  key,
  source,
  aggregation,
  order,
  ties,
  windows,
}: BoardDraft): Omit<BoardDefinition, 'incarnation'> {
  return {
    key,
    source: { stat: source.stat },
    aggregation,
    order,
    ties: { columns: ties?.columns ?? [], then: ties?.then ?? 'first_to_reach' },
    windows,
  };
}

function incarnationOf<T extends { key: string }>(
  resource: T,
  previous: readonly (T & { incarnation: number })[] | undefined,
  shapeOf: (resource: T) => string,
  number: number,
): number {
  const before = previous?.find(({ key }) => key === resource.key);
  return before && shapeOf(before) === shapeOf(resource) ? before.incarnation : number;
}

const statShape = ({ aggregation }: StatDraft): string => aggregation;

const boardShape = ({ source, aggregation, order, ties }: Omit<BoardDefinition, 'incarnation'>): string =>
  JSON.stringify([
    source.stat,
    aggregation,
    order,
    ties.columns.map((column) => [column.stat, column.order]),
    ties.then,
  ]);
