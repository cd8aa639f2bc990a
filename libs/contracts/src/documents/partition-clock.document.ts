import { joinId } from './separator.js';

export const PARTITION_CLOCKS_COLLECTION = 'partitionClocks';

/** The test clock of a workspace in one partition, and the position of the control message that moved it last. */
export interface PartitionClockDocument {
  readonly _id: string;
  readonly partition: number;
  readonly workspace: string;
  /** How far `now` of the workspace is ahead of the broker's time, ms. */
  readonly offsetMs: number;
  readonly epoch: number;
  readonly offset: number;
}

export const partitionClockId = (partition: number, workspace: string): string => joinId(String(partition), workspace);
