import type { LivePosition } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import type { IncomingFrame } from './frame-reader.js';
import { liveErrors } from './live.errors.js';

/** `after` of a subscribe frame: what the client saw last; undefined when it begins. */
export function readPosition({ after }: IncomingFrame): Result<LivePosition | undefined, DomainError> {
  if (after === undefined) return ok(undefined);
  const { epoch, seq } = (typeof after === 'object' && after !== null ? after : {}) as Partial<LivePosition>;
  if (typeof epoch === 'string' && Number.isSafeInteger(seq)) return ok({ epoch, seq: Number(seq) });
  return err(liveErrors.badFrame('`after` is the `epoch` and `seq` of the last frame that was seen.'));
}
