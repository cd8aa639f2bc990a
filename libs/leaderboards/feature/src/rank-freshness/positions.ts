/** A place in the log of one partition. */
export interface Position {
  readonly epoch: number;
  readonly offset: number;
}

/** Last committed position at which each partition changed a board, as MongoDB has it. */
export type CommittedPositions = ReadonlyMap<number, Position>;

/** How far each partition's changes of a board are projected into Redis. */
export interface ProjectedPositions {
  /** `repairing`: the partition's range is being projected again; ranks are not right until it is done. */
  readonly partitions: ReadonlyMap<number, Position | 'repairing'>;
  /** Decision time of the latest change that the ranks hold, ms since the epoch; null when they hold none. */
  readonly asOf: number | null;
}

export const isAhead = (left: Position, right: Position): boolean =>
  left.epoch === right.epoch ? left.offset > right.offset : left.epoch > right.epoch;

const POSITION = /^(\d+):(\d+)$/;

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
    else partitions.set(Number(field), parsePosition(value));
  }
  return { partitions, asOf };
}

function parsePosition(text: string): Position | 'repairing' {
  if (text.startsWith('repair:')) return 'repairing';
  const [, epoch, offset] = POSITION.exec(text) ?? [];
  if (epoch === undefined || offset === undefined) throw new Error(`not a position: ${text}`);
  return { epoch: Number(epoch), offset: Number(offset) };
}
