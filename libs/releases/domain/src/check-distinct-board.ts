import type { FieldProblem } from '@laurel/kernel';
import type { BoardDraft } from './program.js';

/**
 * A stat that counts different values has one number, of all time, which only grows: a leaderboard over it ranks that number. It
 * could not tell how many of them were of a season, nor what a single event gave.
 *
 * @param distinct keys of the stats that count different values
 */
export function checkDistinctBoard(
  { source, aggregation, order, ties, windows }: BoardDraft,
  distinct: ReadonlySet<string> | undefined,
  path: string,
): FieldProblem[] {
  const problem = (at: string, message: string) => ({ path: `${path}/${at}`, rule: 'aggregation', message });
  const columns = (ties?.columns ?? []).flatMap(({ stat }, index) =>
    distinct?.has(stat)
      ? [problem(`ties/columns/${index}/stat`, `"${stat}" counts different values: no event has it`)]
      : [],
  );
  if (!distinct?.has(source.stat)) return columns;
  const of = `of "${source.stat}", which counts different values,`;
  return [
    ...columns,
    ...(aggregation === 'best' ? [] : [problem('aggregation', `${of} a leaderboard keeps the best`)]),
    ...(order === 'desc' ? [] : [problem('order', `${of} more is better`)]),
    ...(ties?.columns?.length ? [problem('ties/columns', `${of} only time decides between equal numbers`)] : []),
    ...windows.flatMap(({ kind }, index) =>
      kind === 'all' ? [] : [problem(`windows/${index}`, `${of} there is a number of all time alone`)],
    ),
  ];
}
