import type { ServerFrame } from '@laurel/contracts';

/** A frame as it goes out. What goes to many sockets is encoded once, and the same bytes are given to each. */
export const encodeFrame = (frame: ServerFrame): Buffer => Buffer.from(JSON.stringify(frame), 'utf8');

/** An encoded frame with the id of the client's frame that it answers, in front of what is there. */
export const withId = (frame: Buffer, id: string | undefined): Buffer =>
  id === undefined ? frame : Buffer.concat([Buffer.from(`{"id":${JSON.stringify(id)},`, 'utf8'), frame.subarray(1)]);
