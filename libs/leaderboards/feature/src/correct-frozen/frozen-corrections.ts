import type { BoardWindowDocument, StandingCorrectionDocument } from '@laurel/contracts';
import type { DomainError, Result } from '@laurel/kernel';
import type { EntryAdjustment } from '@laurel/leaderboards-domain';

/** What is done to a row of a window that has ended. */
export type FrozenAct =
  { readonly kind: 'hide' | 'unhide' | 'remove' } | ({ readonly kind: 'adjust' } & EntryAdjustment);

export interface FrozenOrder {
  readonly playerId: string;
  readonly act: FrozenAct;
  readonly reason: string;
  readonly by: string;
  /** What its sender calls it: given twice, it is carried out once. */
  readonly key: string;
  /** ms */
  readonly at: number;
}

/** Corrects the final standings of windows that have ended. */
export abstract class FrozenCorrections {
  /**
   * Changes one row, and with it the places and ranks of those behind it, in the whole board and in its parts: all at once, or
   * nothing.
   *
   * Errors: `scoring.no_standing`, `leaderboards.window_not_final`, `leaderboards.correction_too_large`, `http.invalid_input`.
   *
   * @param window that is frozen
   */
  abstract correct(
    window: BoardWindowDocument,
    order: FrozenOrder,
  ): Promise<Result<StandingCorrectionDocument, DomainError>>;

  /** Corrections of a player's rows on a board (`boardId`), the earliest first. */
  abstract ofPlayer(workspace: string, board: string, playerId: string): Promise<readonly StandingCorrectionDocument[]>;
}
