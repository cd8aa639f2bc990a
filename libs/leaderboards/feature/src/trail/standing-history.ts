import type { EventRecord, PassedBound } from '@laurel/contracts';

/** Where a history goes on: behind this record. */
export type HistoryPosition = Pick<EventRecord, 'decidedAt' | 'epoch' | 'partition' | 'offset'>;

/** How often events of a player wait for a review that would have passed one bound of plausibility. */
export interface PassedBounds extends Pick<PassedBound, 'stat' | 'bound'> {
  readonly events: number;
}

/** What was recorded of players, as far as standings come of it. */
export abstract class StandingHistory {
  /** All records of a player, the latest first, in parts: as many as there were pages to read. A part may be empty. */
  abstract newestFirst(
    workspace: string,
    playerId: string,
    behind: HistoryPosition | undefined,
  ): AsyncIterable<readonly EventRecord[]>;

  /** Events of a player that are held back and wait for a review, by the bound that they would have passed. */
  abstract heldBack(workspace: string, playerId: string): Promise<readonly PassedBounds[]>;
}
