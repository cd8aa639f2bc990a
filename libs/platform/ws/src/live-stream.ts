import type { DomainError } from '@laurel/kernel';
import { EVENT_STREAM_TYPE } from '@laurel/platform-http';
import type { FastifyReply } from 'fastify';
import { eventOf } from './event-of-frame.js';
import { jittered } from './jitter.js';
import { LiveConnection } from './live-connection.js';
import type { LiveSettings } from './live.settings.js';

const HEARTBEAT = ':\n\n';

/** A connection by server-sent events: one subscription, which nothing of the client's changes any more. */
export class LiveStream extends LiveConnection {
  private begun = false;
  private beatAt: number;

  constructor(
    private readonly reply: FastifyReply,
    { limits, clock }: LiveSettings,
  ) {
    super(limits, clock);
    this.beatAt = clock.now();
    reply.raw.on('close', () => this.gone());
    // A client that is gone ends the stream by its close; without a listener this would end the process.
    reply.raw.on('error', () => undefined);
  }

  /** Whether the answer has begun: then it can't be another any more. */
  get hasBegun(): boolean {
    return this.begun;
  }

  override get isOpen(): boolean {
    const { raw } = this.reply;
    return !raw.destroyed && !raw.writableEnded;
  }

  /** Answers that a stream follows. Done by the first frame, unless it is done before. */
  begin(): void {
    if (this.begun || !this.isOpen) return;
    this.begun = true;
    this.reply.hijack();
    const { raw } = this.reply;
    // Proxies that gather answers before they pass them on are asked not to.
    const ofStreams = { 'content-type': EVENT_STREAM_TYPE, 'x-accel-buffering': 'no' };
    raw.writeHead(200, { ...this.reply.getHeaders(), ...ofStreams } as Record<string, string>);
    // How long browsers wait before they come back by themselves.
    raw.write(`retry: ${jittered(this.limits.comeBackMs, this.limits.comeBackMs)}\n\n`);
  }

  /** A stream that ends says so as an error, with what can be done: there is no close code to tell it. */
  override end(error: DomainError): void {
    if (this.isOpen) this.send({ type: 'error', code: error.code, detail: error.detail });
    super.end(error);
  }

  override onClose(listener: () => void): void {
    this.reply.raw.once('close', listener);
  }

  override terminate(): void {
    this.reply.raw.destroy();
  }

  protected override get waiting(): number {
    return this.reply.raw.writableLength;
  }

  protected override write(frame: Buffer): void {
    this.begin();
    this.reply.raw.write(eventOf(frame));
  }

  protected override startClose(): void {
    this.begin();
    this.reply.raw.end();
  }

  /** Bytes that mean nothing: connections on which nothing moves are closed by what stands between, mostly after 30 s or more. */
  protected override keepAlive(now: number): void {
    if (!this.begun || now - this.beatAt < this.limits.heartbeatMs) return;
    this.beatAt = now;
    this.reply.raw.write(HEARTBEAT);
    this.closeStuck();
  }
}
