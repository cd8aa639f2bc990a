import { BOARD_JOINED, STANDING_ADJUSTED, STANDING_HIDDEN, STANDING_REMOVED, STANDING_UNHIDDEN } from '@laurel/kernel';
import type { EntryAdjustment } from '@laurel/leaderboards-domain';

/** An order about a player's standing on one board (`boardId`). */
export type Moderation =
  | { readonly kind: 'hide'; readonly board: string }
  | { readonly kind: 'unhide'; readonly board: string }
  | { readonly kind: 'remove'; readonly board: string; readonly window: string }
  | { readonly kind: 'join'; readonly board: string; readonly window: string }
  | Adjustment;

/** New numbers of an entry in one window. */
export interface Adjustment extends EntryAdjustment {
  readonly kind: 'adjust';
  readonly board: string;
  readonly window: string;
}

/** By the type of its record. */
const KINDS: ReadonlyMap<string, Moderation['kind']> = new Map([
  [STANDING_HIDDEN, 'hide'],
  [STANDING_UNHIDDEN, 'unhide'],
  [STANDING_REMOVED, 'remove'],
  [STANDING_ADJUSTED, 'adjust'],
  [BOARD_JOINED, 'join'],
]);

/** Whether a record is of an order about a standing. */
export const isModeration = ({ type }: { readonly type: string }): boolean => KINDS.has(type);

/** The order that a record is of; undefined where it is of anything else. */
export function moderationOf(record: {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}): Moderation | undefined {
  const kind = KINDS.get(record.type);
  // As the command that was recorded said it.
  return kind && ({ ...record.properties, kind } as Moderation);
}
