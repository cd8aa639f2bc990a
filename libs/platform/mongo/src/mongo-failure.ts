import { MongoError } from 'mongodb';

/** The driver's own errors that mean that MongoDB could not be asked, or not in time. */
const DRIVER_FAILURES = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'PoolClearedOnNetworkError',
  'MongoWaitQueueTimeoutError',
  'MongoNotConnectedError',
  'MongoServerClosedError',
  'MongoTopologyClosedError',
  'MongoClientClosedError',
  'MongoExpiredSessionError',
  'MongoOperationTimeoutError',
  'MongoStalePrimaryError',
  'MongoWriteConcernError',
]);

/** Labels of the server and the driver: the same may succeed the next time. */
const PASSING_LABELS = [
  'TransientTransactionError',
  'UnknownTransactionCommitResult',
  'RetryableWriteError',
  'ResetPool',
];

/**
 * Whether an error of an operation means that MongoDB was away, changed its primary or was too busy: trying the same later is
 * right. Anything else is about what was asked.
 */
export function isMongoUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (DRIVER_FAILURES.has(error.name)) return true;
  return error instanceof MongoError && PASSING_LABELS.some((label) => error.hasErrorLabel(label));
}
