import type { QuarantineDocument } from '@laurel/contracts';

/** Which of a workspace's events that wait. */
export interface QuarantineFilter {
  readonly workspace: string;
  readonly playerId?: string | undefined;
  readonly type?: string | undefined;
  /** key of the stat */
  readonly stat?: string | undefined;
}

/** Where an event stands that waits. */
export type WaitingPlace = Pick<QuarantineDocument, 'heldAt' | 'eventId' | 'playerId'>;

/** Events that wait for a review. Scoring alone writes it. */
export abstract class QuarantineStore {
  /**
   * The longest waiting first.
   *
   * @param behind the place that they stand behind; from the first one where it is absent
   */
  abstract list(
    filter: QuarantineFilter,
    limit: number,
    behind: WaitingPlace | undefined,
  ): Promise<readonly QuarantineDocument[]>;

  abstract countWaiting(filter: QuarantineFilter): Promise<number>;
}
