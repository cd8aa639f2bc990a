/** A place in one partition of the events topic. Offsets of different epochs have nothing to do with each other. */
export interface Position {
  readonly epoch: number;
  readonly offset: number;
}

/** As it is written in Redis, where it is a partition's mark on a board. */
export const formatPosition = ({ epoch, offset }: Position): string => `${epoch}:${offset}`;

/** Undefined for anything that is not a position, such as the mark of a repair under way. */
export function parsePosition(text: string): Position | undefined {
  const match = /^(\d+):(\d+)$/.exec(text);
  return match ? { epoch: Number(match[1]), offset: Number(match[2]) } : undefined;
}

/** Negative when `left` lies before `right`. */
export const comparePositions = (left: Position, right: Position): number =>
  left.epoch - right.epoch || left.offset - right.offset;
