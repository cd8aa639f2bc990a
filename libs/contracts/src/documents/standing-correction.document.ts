import type { FrozenRow } from './board-window.document.js';
import { joinId } from './separator.js';

export const STANDING_CORRECTIONS_COLLECTION = 'standingCorrections';

/** What was done to a row of a window that has ended: the rows are those after it, and this says what they were. */
export interface StandingCorrectionDocument {
  /** `standingCorrectionId` */
  readonly _id: string;
  readonly workspace: string;
  /** `boardId` */
  readonly board: string;
  readonly window: string;
  readonly playerId: string;
  readonly kind: 'hide' | 'unhide' | 'remove' | 'adjust';
  /** For people. */
  readonly reason: string;
  /** Id of the key or operator who ordered it. */
  readonly by: string;
  /** ms */
  readonly at: number;
  /** The player's row until then, and since then; null where there was none, or is none. */
  readonly before: FrozenRow | null;
  readonly after: FrozenRow | null;
}

/** @param order what its sender calls it, unique for the player and kind */
export const standingCorrectionId = (
  { workspace, board, window, playerId, kind }: Omit<StandingCorrectionDocument, '_id'>,
  order: string,
): string => joinId(workspace, board, window, playerId, kind, order);
