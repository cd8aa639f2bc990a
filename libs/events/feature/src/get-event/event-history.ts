import type { EventRecord } from '@laurel/contracts';

/** What has been decided, and how far deciding has come. */
export abstract class EventHistory {
  /** Records of this id: of one player, or of any, then two at most. */
  abstract find(workspace: string, eventId: string, playerId: string | undefined): Promise<readonly EventRecord[]>;

  /** Offset up to which a partition of the event log has been decided; undefined before its first event. */
  abstract decidedUpTo(partition: number): Promise<number | undefined>;
}
