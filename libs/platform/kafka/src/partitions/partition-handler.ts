/** One message of a partition. */
export interface LogMessage {
  readonly offset: number;
  /** Broker append time, ms since the epoch. */
  readonly timestamp: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
}

/** What the log holds of a partition: offsets in [low, high). */
export interface LogRange {
  readonly low: number;
  readonly high: number;
}

/** Where to start reading; or that the partition must stand still until an operator has looked. */
export type Resume = { readonly kind: 'resume'; readonly offset: number } | { readonly kind: 'halted' };

/** Patterns under which `PartitionServer` calls its handlers, always one at a time per partition. */
export const PARTITION_PATTERNS = {
  /** `AssignedPartition` → `Resume`. Also after a failure: everything held in memory for the partition is void. */
  assigned: 'partition.assigned',
  /** `PartitionBatch` → `Resume | undefined`; an error makes the partition start again from `assigned`. */
  batch: 'partition.batch',
  /** `IdlePartition`: some seconds without a batch, or between batches. For work that must not race with them. */
  tick: 'partition.tick',
} as const;

export interface AssignedPartition {
  readonly partition: number;
  /** Asks the broker what it holds now: read it after the checkpoint, which is then never ahead of it. */
  readonly readLog: () => Promise<LogRange>;
}

export interface PartitionBatch {
  readonly partition: number;
  /** In the order of the log; consecutive offsets unless the log itself has a gap. */
  readonly messages: readonly LogMessage[];
}

export interface IdlePartition {
  readonly partition: number;
}

/** What a worker needs of its server. */
export interface PartitionHandlers {
  assigned(partition: number): Promise<Resume>;
  batch(batch: PartitionBatch): Promise<Resume | undefined>;
  tick(partition: number): Promise<void>;
}

/** How a worker steers fetching of its partition. */
export interface PartitionFetching {
  seek(offset: number): void;
  pause(): void;
  resume(): void;
}
