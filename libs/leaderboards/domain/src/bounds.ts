import type { BoardDefinition } from './board.js';
import type { Entry } from './entry.js';

/** Whether every number of an entry is one that the board's declared bounds allow. */
export function withinBounds(
  { source, ties }: Pick<BoardDefinition, 'source' | 'ties'>,
  { score, columns }: Pick<Entry, 'score' | 'columns'>,
): boolean {
  const isWithin = (value: number, bounds: BoardDefinition['source']['bounds']): boolean =>
    !bounds || (value >= bounds.min && value <= bounds.max);
  return (
    isWithin(score, source.bounds) && ties.columns.every(({ bounds }, index) => isWithin(columns[index] ?? 0, bounds))
  );
}
