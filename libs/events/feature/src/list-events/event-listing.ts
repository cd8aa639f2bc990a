import type { EventRecord, EventStatus } from '@laurel/contracts';

/** Where a listing goes on: behind this record. */
export type ListPosition = Pick<EventRecord, 'decidedAt' | 'epoch' | 'partition' | 'offset'>;

/** Which records a listing is of. */
export interface EventFilter {
  readonly workspace: string;
  readonly playerId?: string | undefined;
  readonly type?: string | undefined;
  readonly status?: EventStatus | undefined;
  /** Decided at or after, and before, these times (ms). */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** What has been recorded, newest first. */
export abstract class EventListing {
  /**
   * Records of a workspace or of one of its players, whatever their type and status, in parts: as many as there were pages of
   * the store to read. A part may be empty.
   */
  abstract newestFirst(
    filter: Pick<EventFilter, 'workspace' | 'playerId' | 'from' | 'to'>,
    behind: ListPosition | undefined,
  ): AsyncIterable<readonly EventRecord[]>;
}
