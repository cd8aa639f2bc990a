import { OutageError } from '@laurel/platform-kafka';
import { isMongoUnavailable } from '@laurel/platform-mongo';
import { StaleCheckpointError } from './adapters/scoring-store.mongo.js';

/**
 * An error of a batch as the partition's worker is to see it: an `OutageError` when no message of the batch can be to blame,
 * because MongoDB was away or another instance has the partition.
 */
export function asOutage(error: unknown): unknown {
  if (error instanceof OutageError) return error;
  if (!(error instanceof StaleCheckpointError) && !isMongoUnavailable(error)) return error;
  return new OutageError(error instanceof Error ? error.message : String(error), { cause: error });
}
