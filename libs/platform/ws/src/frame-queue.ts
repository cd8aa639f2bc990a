import type { RawData } from 'ws';
import type { DomainError } from '@laurel/kernel';
import { type IncomingFrame, readFrame } from './frame-reader.js';
import type { LiveSocket } from './live-socket.js';
import { liveErrors } from './live.errors.js';

/** Handles one frame; never rejects. */
export type FrameHandler = (frame: IncomingFrame) => Promise<void>;

/**
 * Hands the frames of one connection to its handler one after the other, in order: a client may authenticate and subscribe
 * without waiting for the answer. A client that sends far ahead of the answers is cut off.
 */
export class FrameQueue {
  private tail: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(
    private readonly socket: LiveSocket,
    private readonly handle: FrameHandler,
    private readonly mostWaiting: number,
  ) {}

  push(data: RawData, isBinary: boolean): void {
    if (!this.socket.countReceived()) return;
    if (isBinary) return this.socket.end(liveErrors.binaryFrame('Send frames as text.'));
    if (this.waiting >= this.mostWaiting) return this.socket.end(liveErrors.tooManyFrames('Wait for answers.'));
    this.waiting += 1;
    this.tail = this.tail.then(() => this.next(textOf(data))).finally(() => (this.waiting -= 1));
  }

  private next(text: string): Promise<void> | void {
    // What was sent just before the connection closed: nobody is left to answer, and nothing may begin any more.
    if (!this.socket.isOpen) return;
    const frame = readFrame(text);
    return frame.ok ? this.handle(frame.value) : this.refuse(frame.error);
  }

  private refuse(error: DomainError): void {
    this.socket.refuse(error);
  }
}

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data)).toString('utf8');
