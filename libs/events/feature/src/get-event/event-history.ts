import type { EventRecord } from '@laurel/contracts';

/** What has been decided, and how far deciding has come. */
export abstract class EventHistory {
  /** All records of this id, of one player or of any, in the order of the log. */
  abstract find(workspace: string, eventId: string, playerId: string | undefined): Promise<readonly EventRecord[]>;

  /** Offset up to which a partition of the event log has been decided; undefined before its first event. */
  abstract decidedUpTo(partition: number): Promise<number | undefined>;
}
