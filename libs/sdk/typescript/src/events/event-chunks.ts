/** What a gateway takes in one batch. */
export interface BatchLimits {
  readonly events: number;
  /** Of the whole body as JSON. */
  readonly bytes: number;
}

export const BATCH_LIMITS: BatchLimits = { events: 1_000, bytes: 1024 * 1024 };

const BRACKETS = 2;
const COMMA = 1;

/** Events in their order, in as few batches as they fit into. One that is too large by itself is a batch of its own: it is refused. */
export function* eventChunks<Event>(events: readonly Event[], limits = BATCH_LIMITS): Generator<readonly Event[]> {
  const encoder = new TextEncoder();
  let chunk: Event[] = [];
  let bytes = BRACKETS;
  for (const event of events) {
    const size = encoder.encode(JSON.stringify(event)).length + COMMA;
    if (chunk.length > 0 && (chunk.length === limits.events || bytes + size > limits.bytes)) {
      yield chunk;
      chunk = [];
      bytes = BRACKETS;
    }
    chunk.push(event);
    bytes += size;
  }
  if (chunk.length > 0) yield chunk;
}
