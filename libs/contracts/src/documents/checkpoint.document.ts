export const CHECKPOINTS_COLLECTION = 'checkpoints';

/**
 * How far one partition of the events topic is committed. Travels in the same transaction as the state it covers, and the
 * transaction demands the checkpoint it started from: a consumer that lost its partition can't commit.
 */
export interface CheckpointDocument {
  /** partition */
  readonly _id: number;
  /** Grows when the topic is replaced or its number of partitions changes (a drained migration). */
  readonly epoch: number;
  /** Offset of the last committed message. */
  readonly offset: number;
  /**
   * SHA-256 (hex) of the message at `offset`: compared with the log at resume. Empty where an operator began a new epoch: the
   * log goes on behind `offset`, and there is nothing to compare with.
   */
  readonly fingerprint: string;
  /** Highest `now` decided by: keeps it monotone per partition. */
  readonly decidedAt: number;
  /** Offset up to which outcomes and standings are known to be published; lags the truth, never leads it. */
  readonly published: number;
  /** Why the partition stands still and needs an operator; absent while it moves. */
  readonly halted?: { readonly code: string; readonly detail: string; readonly at: number };
}
