import type { ClientFrame, LivePosition, ServerFrame } from '../generated/live-frames.js';
import { LaurelError, isPassing } from '../http/laurel-error.js';
import type { LiveHandlers, LiveRequest, LiveState, LiveSubscription } from './live-topics.js';
import type { PositionedFrame, ViewFrame, ViewReader } from './view-readers.js';

/** What a stream needs of the connection. */
export interface StreamOutlet {
  /** A name for a frame that no other frame of this connection has. */
  nextId(): string;
  send(frame: ClientFrame): void;
  /** Asks to be told to `begin` once more, after a pause. */
  retryLater(stream: LiveStream<unknown>, failures: number): void;
  /** It is over. */
  drop(stream: LiveStream<unknown>): void;
}

/** One subscription over all connections that it lives through: knows its place in the run of frames, and asks for what it missed. */
export class LiveStream<Current> implements LiveSubscription<Current> {
  state: LiveState = 'connecting';
  /** What the server calls it; undefined until it has answered. */
  subscription: string | undefined;
  /** The id of a subscribe frame that is not answered yet. */
  pending: string | undefined;
  private position: LivePosition | undefined;
  private failures = 0;

  constructor(
    private readonly request: LiveRequest,
    private readonly handlers: LiveHandlers,
    private readonly reader: ViewReader<Current>,
    private readonly outlet: StreamOutlet,
  ) {}

  get current(): Current | undefined {
    return this.reader.current;
  }

  close(): void {
    this.end();
  }

  /** The connection is ready: asks for what follows what was seen last, or for everything. */
  begin(after = this.position): void {
    this.pending = this.outlet.nextId();
    this.outlet.send({ type: 'subscribe', id: this.pending, ...this.request, ...(after ? { after } : {}) });
  }

  /** The connection is gone. */
  interrupt(): void {
    this.subscription = this.pending = undefined;
    if (this.state === 'live') this.become('reconnecting');
  }

  /** A frame of this subscription, or the answer to its request. */
  take(frame: ServerFrame): void {
    if (frame.type === 'error') return this.refuse(frame.code, frame.detail);
    // The answer that is waited for says where to go on; whatever else comes before it is part of it.
    const isAwaited = 'id' in frame && frame.id === this.pending;
    if (this.pending !== undefined && !isAwaited) return;
    if (frame.type === 'snapshot') this.settle(frame);
    else if (frame.type === 'resumed') this.resume(frame);
    else if (frame.type === 'event' && frame.event === 'window_began') this.reader.read(frame);
    else if (frame.type === 'delta' || frame.type === 'event') this.advance(frame);
  }

  /** Over for good. */
  end(error?: LaurelError): void {
    if (this.state === 'closed') return;
    this.state = 'closed';
    this.outlet.drop(this);
    this.handlers.onState?.('closed', error);
  }

  private settle(frame: Extract<PositionedFrame, { type: 'snapshot' }>): void {
    // Somebody else on this connection asked for the same, and it holds nothing new.
    if (this.pending === undefined && frame.id !== undefined && this.isAt(frame)) return;
    this.position = placeOf(frame);
    this.answered(frame.subscription);
    this.reader.read(frame);
    this.become('live');
  }

  private resume(frame: Extract<ServerFrame, { type: 'resumed' }>): void {
    if (this.pending === undefined) return;
    this.answered(frame.subscription);
    if (this.isAt(frame)) this.become('live');
    else this.begin(undefined);
  }

  private answered(subscription: string): void {
    this.subscription = subscription;
    this.pending = undefined;
    this.failures = 0;
  }

  private advance(frame: Extract<ViewFrame, LivePosition>): void {
    if (!this.position) return;
    const isSameRun = frame.epoch === this.position.epoch;
    if (isSameRun && frame.seq <= this.position.seq) return;
    if (!isSameRun || frame.seq > this.position.seq + 1) return this.begin();
    this.position = placeOf(frame);
    this.reader.read(frame);
  }

  private refuse(code: string, detail: string): void {
    this.subscription = this.pending = undefined;
    if (!isPassing(code)) return this.end(new LaurelError({ status: 0, code, detail }));
    if (this.state === 'live') this.become('reconnecting');
    this.outlet.retryLater(this, this.failures++);
  }

  private become(state: LiveState): void {
    if (this.state === state || this.state === 'closed') return;
    this.state = state;
    this.handlers.onState?.(state);
  }

  private isAt({ epoch, seq }: LivePosition): boolean {
    return this.position?.epoch === epoch && this.position.seq === seq;
  }
}

const placeOf = ({ epoch, seq }: LivePosition): LivePosition => ({ epoch, seq });
