import { type Position, parsePosition } from '@laurel/contracts';

/** Last committed position at which each partition changed a board, as MongoDB has it. */
export type CommittedPositions = ReadonlyMap<number, Position>;

/** How far each partition's changes of a board are projected into Redis. */
export interface ProjectedPositions {
  /** `repairing`: the partition's range is being projected again; ranks are not right until it is done. */
  readonly partitions: ReadonlyMap<number, Position | 'repairing'>;
  /** Decision time of the latest change that the ranks hold, ms since the epoch; null when they hold none. */
  readonly asOf: number | null;
}

/**
 * Reads the fields of a board's `positions` hash, `[field, value, …]`.
 *
 * @throws when a field is not of the layout
 */
export function parseProjected(fields: readonly string[]): ProjectedPositions {
  const partitions = new Map<number, Position | 'repairing'>();
  let asOf: number | null = null;
  for (let index = 0; index < fields.length; index += 2) {
    const [field = '', value = ''] = [fields[index], fields[index + 1]];
    if (field === 'asOf') asOf = Number(value);
    else partitions.set(Number(field), parseMark(value));
  }
  return { partitions, asOf };
}

function parseMark(text: string): Position | 'repairing' {
  if (text.startsWith('repair:')) return 'repairing';
  const position = parsePosition(text);
  if (!position) throw new Error(`not a position: ${text}`);
  return position;
}
