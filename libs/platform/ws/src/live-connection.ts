import type { Clock, DomainError } from '@laurel/kernel';
import type { ServerFrame } from '@laurel/contracts';
import { transportOf } from '@laurel/platform-http';
import { encodeFrame } from './encode-frame.js';
import { jittered } from './jitter.js';
import type { LiveLimits } from './live-limits.js';
import { liveErrors } from './live.errors.js';

/** Why a connection ends, and when the client should come back: at once unless it says otherwise. */
export interface Goodbye {
  readonly closeCode: number;
  readonly reason: string;
  /** ms */
  readonly retryAfterMs?: number;
}

/**
 * One connection, whatever carries it: what goes out, how much of it waits, and how it ends. Knows nothing of who is at the
 * other end.
 */
export abstract class LiveConnection {
  /** Until then any refused frame ends the connection. */
  private trusted = false;
  private slowSince: number | undefined;
  private cut: NodeJS.Timeout | undefined;
  private isGone = false;

  protected constructor(
    protected readonly limits: LiveLimits,
    protected readonly clock: Clock,
  ) {}

  /** Whether there is still somebody at the other end. */
  abstract get isOpen(): boolean;

  abstract onClose(listener: () => void): void;

  /** Ends the connection without a word. */
  abstract terminate(): void;

  /** What waits to be sent, bytes. */
  protected abstract get waiting(): number;

  protected abstract write(frame: Buffer): void;

  /** Begins to close: the client is expected to agree. */
  protected abstract startClose(closeCode: number, reason: string): void;

  /** Every `checkMs`: shows the client, and what stands between, that the connection is alive. */
  protected abstract keepAlive(now: number): void;

  /** From now on a refused frame is answered and the connection goes on. */
  trust(): void {
    this.trusted = true;
  }

  /** Sends a frame that must not be skipped: the answer to one of the client's. */
  send(frame: ServerFrame | Buffer): void {
    if (!this.isOpen) return;
    this.write(Buffer.isBuffer(frame) ? frame : encodeFrame(frame));
    this.closeStuck();
  }

  /**
   * Sends a frame unless too much waits already.
   *
   * @returns false when it was skipped: the caller owes this connection a snapshot, once it `isDrained`
   */
  offer(frame: Buffer): boolean {
    if (this.waiting > this.limits.slowBytes) {
      this.slowSince ??= this.clock.now();
      return false;
    }
    this.send(frame);
    return true;
  }

  /** Whether everything sent so far has left this process. */
  isDrained(): boolean {
    if (this.waiting > 0) return false;
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
    const { comeBackMs } = this.limits;
    const mustWait = kind === 'rate_limited' || kind === 'unavailable';
    const retry = mustWait ? { retryAfterMs: jittered(comeBackMs, comeBackMs) } : {};
    this.close({ closeCode: transportOf(kind).closeCode, reason: code, ...retry });
  }

  /** Says why, then closes; cuts the connection if the client does not answer the close. */
  close({ closeCode, reason, retryAfterMs }: Goodbye): void {
    this.send({ type: 'bye', code: reason, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
    this.closeWith(closeCode, reason);
  }

  /** Every `checkMs`: gives up a client that is gone or reads too slowly. */
  check(): void {
    const now = this.clock.now();
    if (this.slowSince !== undefined && !this.isDrained() && now - this.slowSince > this.limits.slowMs)
      this.closeSlow();
    if (this.isOpen) this.keepAlive(now);
  }

  /** Ends a connection for which too much waits. */
  protected closeStuck(): void {
    if (this.waiting > this.limits.stuckBytes) this.closeSlow();
  }

  /** Who speaks no protocol, or no more, does not answer a close either. */
  protected cutSoon(): void {
    if (!this.isGone) this.cut ??= setTimeout(() => this.terminate(), this.limits.closeMs);
  }

  /** The connection is gone: nothing is left to be cut. */
  protected gone(): void {
    this.isGone = true;
    clearTimeout(this.cut);
  }

  /** A goodbye would only wait behind what is not read. */
  private closeSlow(): void {
    this.closeWith(transportOf(liveErrors.slowReader.kind).closeCode, liveErrors.slowReader.code);
  }

  private closeWith(closeCode: number, reason: string): void {
    if (this.isOpen) this.startClose(closeCode, reason);
    // Also one that began to close by itself: it may never come to an end.
    this.cutSoon();
  }
}
