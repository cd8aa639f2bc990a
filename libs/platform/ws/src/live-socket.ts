import type { Clock } from '@laurel/kernel';
import type { WebSocket } from 'ws';
import { LiveConnection } from './live-connection.js';
import type { LiveLimits } from './live-limits.js';
import { liveErrors } from './live.errors.js';
import { TokenBucket } from './token-bucket.js';

/** A connection by WebSocket. */
export class LiveSocket extends LiveConnection {
  private readonly received: TokenBucket;
  private pingedAt: number;
  private isAlive = true;

  constructor(
    private readonly ws: WebSocket,
    limits: LiveLimits,
    clock: Clock,
  ) {
    super(limits, clock);
    this.pingedAt = clock.now();
    this.received = new TokenBucket(limits.framesPerSecond, limits.frameBurst, clock);
    ws.on('pong', () => {
      this.isAlive = true;
      this.countReceived();
    });
    // Each ping is answered. Who asks and never reads would fill the memory with answers.
    ws.on('ping', () => {
      if (this.countReceived()) this.closeStuck();
    });
    ws.on('close', () => this.gone());
    // Broken and oversized frames end the connection by themselves; without a listener they would end the process.
    ws.on('error', () => this.cutSoon());
  }

  override get isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN;
  }

  /** Counts a frame, ping or pong of the client. False, and the connection ends, when there were too many. */
  countReceived(): boolean {
    if (this.received.take()) return true;
    if (this.isOpen) this.end(liveErrors.tooManyFrames('Send less.'));
    return false;
  }

  override onClose(listener: () => void): void {
    this.ws.once('close', listener);
  }

  override terminate(): void {
    this.ws.terminate();
  }

  protected override get waiting(): number {
    return this.ws.bufferedAmount;
  }

  protected override write(frame: Buffer): void {
    this.ws.send(frame, { binary: false });
  }

  protected override startClose(closeCode: number, reason: string): void {
    this.ws.close(closeCode, reason);
  }

  /** Pings; who left the last one unanswered is gone. */
  protected override keepAlive(now: number): void {
    if (now - this.pingedAt < this.limits.pingMs) return;
    if (!this.isAlive) return this.ws.terminate();
    this.isAlive = false;
    this.pingedAt = now;
    this.ws.ping();
  }
}
