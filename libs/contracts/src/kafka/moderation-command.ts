import { BOARD_JOINED, STANDING_ADJUSTED, STANDING_HIDDEN, STANDING_REMOVED, STANDING_UNHIDDEN } from '@laurel/kernel';

/** Takes a player off the ranks of a board, or puts the player back: in all windows that are open, and in those to come. */
export interface HideStandingOrder {
  readonly command: 'hide_standing';
  /** `boardId` */
  readonly board: string;
  readonly hidden: boolean;
  /** Why, for people. */
  readonly reason: string;
}

/** Takes a player's entry out of one window. Results that come afterwards begin a new one. */
export interface RemoveStandingOrder {
  readonly command: 'remove_standing';
  readonly board: string;
  readonly window: string;
  readonly reason: string;
}

/** Changes the numbers of a player's entry in one window. */
export interface AdjustStandingOrder {
  readonly command: 'adjust_standing';
  readonly board: string;
  readonly window: string;
  /** `add` to what is there, or `set` it. */
  readonly mode: 'add' | 'set';
  /** Absent: stays as it is. */
  readonly score?: number;
  /** By stat key; those that are absent stay as they are. */
  readonly columns?: Readonly<Record<string, number>>;
  readonly reason: string;
}

/** Lets a player into one window of a board that only who joined gets into. */
export interface JoinBoardOrder {
  readonly command: 'join_board';
  readonly board: string;
  readonly window: string;
}

/** What is ordered about one player's standing on one board. */
export type ModerationOrder = HideStandingOrder | RemoveStandingOrder | AdjustStandingOrder | JoinBoardOrder;

/** What the record of such an order says besides its effects: all that a replay needs. */
type Recorded<O extends ModerationOrder> = Omit<O, 'command' | 'hidden'> & { readonly by: string };
export type HideStandingProperties = Recorded<HideStandingOrder>;
export type RemoveStandingProperties = Recorded<RemoveStandingOrder>;
export type AdjustStandingProperties = Recorded<AdjustStandingOrder>;
export type JoinBoardProperties = Recorded<JoinBoardOrder>;

/** Types of the records of these orders. */
export const MODERATION_EVENT_TYPES: ReadonlySet<string> = new Set([
  STANDING_HIDDEN,
  STANDING_UNHIDDEN,
  STANDING_REMOVED,
  STANDING_ADJUSTED,
  BOARD_JOINED,
]);

/** The record of an order: its type, and its properties. */
export function recordOfModeration(order: ModerationOrder & { readonly by: string }): {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
} {
  const { by, board } = order;
  switch (order.command) {
    case 'hide_standing': {
      const properties: HideStandingProperties = { board, reason: order.reason, by };
      return { type: order.hidden ? STANDING_HIDDEN : STANDING_UNHIDDEN, properties: { ...properties } };
    }
    case 'remove_standing': {
      const properties: RemoveStandingProperties = { board, window: order.window, reason: order.reason, by };
      return { type: STANDING_REMOVED, properties: { ...properties } };
    }
    case 'adjust_standing': {
      const { window, mode, score, columns, reason } = order;
      const numbers = { ...(score === undefined ? {} : { score }), ...(columns === undefined ? {} : { columns }) };
      const properties: AdjustStandingProperties = { board, window, mode, ...numbers, reason, by };
      return { type: STANDING_ADJUSTED, properties: { ...properties } };
    }
    case 'join_board': {
      const properties: JoinBoardProperties = { board, window: order.window, by };
      return { type: BOARD_JOINED, properties: { ...properties } };
    }
  }
}

/** The order that a record is of; undefined where it is of anything else. */
export function moderationOfRecord(record: {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}): (ModerationOrder & { readonly by: string }) | undefined {
  // As the command that was recorded said it.
  const content: unknown = record.properties;
  switch (record.type) {
    case STANDING_HIDDEN:
    case STANDING_UNHIDDEN: {
      const hidden = record.type === STANDING_HIDDEN;
      return { command: 'hide_standing', ...(content as HideStandingProperties), hidden };
    }
    case STANDING_REMOVED:
      return { command: 'remove_standing', ...(content as RemoveStandingProperties) };
    case STANDING_ADJUSTED:
      return { command: 'adjust_standing', ...(content as AdjustStandingProperties) };
    case BOARD_JOINED:
      return { command: 'join_board', ...(content as JoinBoardProperties) };
    default:
      return undefined;
  }
}
