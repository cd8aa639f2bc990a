import type { Clock, DomainError } from '@laurel/kernel';
import type { ServerFrame } from '@laurel/contracts';
import { transportOf } from '@laurel/platform-http';
import type { WebSocket } from 'ws';
import { encodeFrame } from './encode-frame.js';
import type { LiveLimits } from './live-limits.js';
import { liveErrors } from './live.errors.js';

/** One connection: what goes out, how much of it waits, and how it ends. Knows nothing of who is at the other end. */
export class LiveSocket {
  /** Until then any refused frame ends the connection. */
  private trusted = false;
  private slowSince: number | undefined;
  private pingedAt: number;
  private isAlive = true;
  private cut: NodeJS.Timeout | undefined;

  constructor(
    private readonly ws: WebSocket,
    private readonly limits: LiveLimits,
    private readonly clock: Clock,
  ) {
    this.pingedAt = clock.now();
    ws.on('pong', () => (this.isAlive = true));
    // Each ping is answered. Who asks and never reads would fill the memory with answers.
    ws.on('ping', () => this.closeStuck());
    ws.on('close', () => clearTimeout(this.cut));
    // Broken and oversized frames end the connection by themselves; without a listener they would end the process.
    ws.on('error', () => this.cutSoon());
  }

  /** From now on a refused frame is answered and the connection goes on. */
  trust(): void {
    this.trusted = true;
  }

  /** Whether there is still somebody at the other end. */
  get isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN;
  }

  /** Sends a frame that must not be skipped: the answer to one of the client's. */
  send(frame: ServerFrame | Buffer): void {
    if (!this.isOpen) return;
    this.ws.send(Buffer.isBuffer(frame) ? frame : encodeFrame(frame), { binary: false });
    this.closeStuck();
  }

  /**
   * Sends a frame unless too much waits already.
   *
   * @returns false when it was skipped: the caller owes this socket a snapshot, once it `isDrained`
   */
  offer(frame: Buffer): boolean {
    if (this.ws.bufferedAmount > this.limits.slowBytes) {
      this.slowSince ??= this.clock.now();
      return false;
    }
    this.send(frame);
    return true;
  }

  /** Whether everything sent so far has left this process. */
  isDrained(): boolean {
    if (this.ws.bufferedAmount > 0) return false;
    this.slowSince = undefined;
    return true;
  }

  /** Answers a frame, or a subscription that ended by itself, with an error. */
  refuse(
    { code, detail, kind }: DomainError,
    about: { readonly id?: string; readonly subscription?: string } = {},
  ): void {
    this.send({ type: 'error', ...about, code, detail });
    if (!this.trusted) this.closeWith(transportOf(kind).closeCode, code);
  }

  /** Says why, then closes with the close code of the error's kind. */
  end({ code, kind }: DomainError): void {
    this.close(transportOf(kind).closeCode, code);
  }

  /** Says why, then closes; cuts the connection if the client does not answer the close. */
  close(closeCode: number, reason: string): void {
    this.send({ type: 'bye', code: reason });
    this.closeWith(closeCode, reason);
  }

  /** Every `checkMs`: pings, and gives up a client that is gone or reads too slowly. */
  check(): void {
    const now = this.clock.now();
    if (this.slowSince !== undefined && !this.isDrained() && now - this.slowSince > this.limits.slowMs)
      this.closeSlow();
    if (now - this.pingedAt < this.limits.pingMs || this.ws.readyState !== this.ws.OPEN) return;
    if (!this.isAlive) return this.ws.terminate();
    this.isAlive = false;
    this.pingedAt = now;
    this.ws.ping();
  }

  onClose(listener: () => void): void {
    this.ws.once('close', listener);
  }

  terminate(): void {
    this.ws.terminate();
  }

  private closeStuck(): void {
    if (this.ws.bufferedAmount > this.limits.stuckBytes) this.closeSlow();
  }

  /** A goodbye would only wait behind what is not read. */
  private closeSlow(): void {
    this.closeWith(transportOf(liveErrors.slowReader.kind).closeCode, liveErrors.slowReader.code);
  }

  private closeWith(closeCode: number, reason: string): void {
    if (this.ws.readyState !== this.ws.OPEN) return;
    this.ws.close(closeCode, reason);
    this.cutSoon();
  }

  /** Who speaks no WebSocket, or no more, does not answer a close either. */
  private cutSoon(): void {
    this.cut ??= setTimeout(() => this.ws.terminate(), this.limits.closeMs);
  }
}
