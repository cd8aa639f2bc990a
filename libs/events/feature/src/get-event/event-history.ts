import { type EventRecord, reviewCommandId, voidCommandId } from '@laurel/contracts';
import type { Receipt } from './receipt.js';

/** What has been decided, and how far deciding has come. */
export abstract class EventHistory {
  /** All records of this id, of one player or of any, in the order of the log. */
  abstract find(workspace: string, eventId: string, playerId: string | undefined): Promise<readonly EventRecord[]>;

  /** Offset up to which a partition of the event log has been decided; undefined before its first event. */
  abstract decidedUpTo(partition: number): Promise<number | undefined>;

  /** Whether a player was merged into another one, who has what the player's events led to. */
  abstract isMerged(workspace: string, playerId: string): Promise<boolean>;

  /** Whether a message of the event log has been decided. */
  async isDecided({ partition, offset }: Receipt): Promise<boolean> {
    const decided = await this.decidedUpTo(partition);
    return decided !== undefined && decided >= offset;
  }

  /** The record of the void that took an event back; undefined while none did. */
  async findVoid({ workspace, eventId, playerId }: VoidTarget): Promise<EventRecord | undefined> {
    const records = await this.find(workspace, voidCommandId(eventId), playerId);
    return records.find(({ status }) => status === 'processed');
  }

  /** The record of the review of an event that was held back; undefined while there was none. */
  async findReview({ workspace, eventId, playerId }: VoidTarget): Promise<EventRecord | undefined> {
    const records = await this.find(workspace, reviewCommandId(eventId), playerId);
    return records.find(({ status }) => status === 'processed');
  }
}

/** An event that may have been taken back, or reviewed. */
type VoidTarget = Pick<EventRecord, 'workspace' | 'eventId' | 'playerId'>;
