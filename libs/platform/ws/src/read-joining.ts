import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import type { IncomingFrame } from './frame-reader.js';
import { liveErrors } from './live.errors.js';
import type { Joining } from './watched-run.js';

/** How a subscribe frame begins: its `id` is answered, and `after` is what the client saw last. */
export function readJoining({ id, after }: IncomingFrame): Result<Joining, DomainError> {
  const answerTo = id === undefined ? {} : { answerTo: id };
  if (after === undefined) return ok(answerTo);
  const { epoch, seq } = (typeof after === 'object' && after !== null ? after : {}) as Readonly<
    Record<string, unknown>
  >;
  if (typeof epoch === 'string' && Number.isSafeInteger(seq)) {
    return ok({ ...answerTo, after: { epoch, seq: Number(seq) } });
  }
  return err(liveErrors.badFrame('`after` is the `epoch` and `seq` of the last frame that was seen.'));
}
