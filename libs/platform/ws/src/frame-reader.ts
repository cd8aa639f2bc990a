import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { liveErrors } from './live.errors.js';

/** A frame of a client, checked only for what every frame has. */
export interface IncomingFrame {
  readonly type: string;
  /** Echoed in the answer; at most 64 characters. */
  readonly id?: string;
  readonly [property: string]: unknown;
}

const LONGEST_ID = 64;

/** Reads one frame: a JSON object with a `type`, and an `id` if the answer shall be matched. */
export function readFrame(text: string): Result<IncomingFrame, DomainError> {
  const frame = parseJson(text);
  if (typeof frame !== 'object' || frame === null || Array.isArray(frame)) return refuse('A frame is a JSON object.');
  const { type, id } = frame as Readonly<Record<string, unknown>>;
  if (typeof type !== 'string') return refuse('A frame has a `type`, a text.');
  if (id !== undefined && (typeof id !== 'string' || id.length > LONGEST_ID)) {
    return refuse(`An \`id\` is a text of at most ${LONGEST_ID} characters.`);
  }
  return ok(frame as IncomingFrame);
}

const refuse = (detail: string): Result<never, DomainError> => err(liveErrors.badFrame(detail));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
