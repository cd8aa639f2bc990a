import type { ServerFrame } from '@laurel/contracts';

/** A frame as it goes out. What goes to many sockets is encoded once, and the same bytes are given to each. */
export const encodeFrame = (frame: ServerFrame): Buffer => Buffer.from(JSON.stringify(frame), 'utf8');
