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

/** Patterns under which `PartitionServer` calls its handlers; all but `progress` one at a time per partition. */
export const PARTITION_PATTERNS = {
  /** `AssignedPartition` → `Resume`. Also after a failure: everything held in memory for the partition is void. */
  assigned: 'partition.assigned',
  /** `PartitionBatch` → `Resume | undefined`; an error makes the partition start again from `assigned`. */
  batch: 'partition.batch',
  /**
   * `IdlePartition` → `Hold | undefined`: some seconds without a batch, or between batches. For work that must not race with
   * them. As long as it answers `Hold`, the partition gets no batches.
   */
  tick: 'partition.tick',
  /** `IdlePartition`, optional: the partition is not this instance's any more, or not yet again. The last call of its kind. */
  released: 'partition.released',
  /** `readonly PartitionProgress[]`, optional: for metrics. Comes also while other calls hang, so it may not wait for them. */
  progress: 'partition.progress',
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
  /**
   * How often a batch that begins at this offset has failed before in this instance, `OutageError`s not counted. After a
   * failure batches are half as large each time: with one message and an attempt above 0, that message is the culprit.
   */
  readonly attempt: number;
}

export interface IdlePartition {
  readonly partition: number;
}

/** The partition is to get no batches for now. */
export interface Hold {
  readonly kind: 'hold';
}

/** How far a partition has come. */
export interface PartitionProgress {
  readonly partition: number;
  /** Messages that the log is known to hold and that are not processed; undefined before the partition has begun. */
  readonly waiting: number | undefined;
  /** Broker append time of the oldest of them, ms; undefined when it was not fetched yet. */
  readonly oldestAt: number | undefined;
}

/**
 * Thrown by a handler when not the messages are to blame but something that it works with (a database is away, another
 * instance has the partition): the batch is tried again for ever, and this is not counted as an attempt.
 */
export class OutageError extends Error {}

/** What a worker needs of its server. */
export interface PartitionHandlers {
  assigned(partition: number): Promise<Resume>;
  batch(batch: PartitionBatch): Promise<Resume | undefined>;
  tick(partition: number): Promise<Hold | undefined>;
  released(partition: number): Promise<void>;
}

/** How a worker steers fetching of its partition. */
export interface PartitionFetching {
  seek(offset: number): void;
  pause(): void;
  resume(): void;
}
