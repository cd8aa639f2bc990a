import type { Entry } from '@laurel/leaderboards-domain';

/** Whether an entry can be seen on its board at all, as far as that is the player's and not the board's. */
export const isSeen = ({ awaiting, hidden }: Entry): boolean => !awaiting && !hidden;

/** Whether two entries have one place: what is neither ranked nor shown may differ. */
export const samePlace = (left: Entry | undefined, right: Entry): boolean =>
  left !== undefined &&
  left.score === right.score &&
  left.reachedAt === right.reachedAt &&
  isSeen(left) === isSeen(right) &&
  sameItems(left.columns, right.columns) &&
  sameItems(left.parts ?? NONE, right.parts ?? NONE);

const NONE: readonly string[] = [];

/** Whether two lists hold the same in one order. */
export const sameItems = <T>(left: readonly T[], right: readonly T[]): boolean =>
  left === right || (left.length === right.length && left.every((item, index) => item === right[index]));
