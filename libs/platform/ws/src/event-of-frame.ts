/** What of a frame is said again in the fields of an event. */
interface Told {
  readonly type: string;
  readonly epoch?: string;
  readonly seq?: number;
  readonly retryAfterMs?: number;
}

const known = new WeakMap<Buffer, Buffer>();

/**
 * A frame as a server-sent event: its type, its position as the id to come back with, and as data the bytes that sockets get.
 * What goes to many streams is made once.
 */
export function eventOf(frame: Buffer): Buffer {
  const made = known.get(frame);
  if (made) return made;
  const event = makeEvent(frame);
  known.set(frame, event);
  return event;
}

function makeEvent(frame: Buffer): Buffer {
  const { type, epoch, seq, retryAfterMs } = JSON.parse(frame.toString('utf8')) as Told;
  const position = epoch === undefined || seq === undefined ? '' : `id: ${epoch}:${seq}\n`;
  const retry = retryAfterMs === undefined ? '' : `retry: ${retryAfterMs}\n`;
  // JSON has no line ends of its own: it is one line of data.
  return Buffer.concat([Buffer.from(`${position}${retry}event: ${type}\ndata: `), frame, Buffer.from('\n\n')]);
}
