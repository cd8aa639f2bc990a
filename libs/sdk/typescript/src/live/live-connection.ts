import type { ClientFrame, ServerFrame } from '../generated/live-frames.js';
import { type BackOff, pauseMs } from '../http/back-off.js';
import { LaurelError, isPassing } from '../http/laurel-error.js';

/** The part of a WebSocket that is used: those of browsers, of Node 22 and up, and of `ws` have it. */
interface Socket {
  readonly readyState: number;
  send(text: string): void;
  close(): void;
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void;
}

export interface ConnectionOptions {
  /** Makes a WebSocket to the feed. @throws LaurelError where there can't be one */
  readonly dial: () => unknown;
  /** Says who is there; asked anew for each connection. */
  readonly authenticate: () => Promise<ClientFrame>;
  /** Whether `authenticate` may say something else the next time. */
  readonly isRenewable: boolean;
  readonly backOff: BackOff;
  /** How long a connection may take until it is ready, ms. */
  readonly connectTimeoutMs: number;
}

export interface ConnectionListener {
  /** Subscriptions may be asked for. */
  ready(): void;
  frame(frame: ServerFrame): void;
  /** Lost; it comes back by itself. */
  lost(): void;
  /** It does not come back: nobody accepts the credential. */
  refused(error: LaurelError): void;
}

const OPEN = 1;
/** The window of a page; elsewhere nobody tells whether there is a network. */
const PAGE = globalThis as Partial<EventTarget>;
/** A supplier's token can have expired on its way; two refused in a row have not. */
const MOST_REFUSALS = 2;
/** Statuses with which no ticket is given out: what the caller is does not change by asking again. */
const FINAL: ReadonlySet<number> = new Set([401, 403]);

/** One connection to the live feed after the other, for as long as it is wanted. */
export class LiveConnection {
  private socket: Socket | undefined;
  private isReady = false;
  private isWanted = false;
  private attempts = 0;
  private refusals = 0;
  private leastPauseMs = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What the current try is known by: what an earlier one still brings is nobody's business. */
  private attempt: object | undefined;

  constructor(
    private readonly options: ConnectionOptions,
    private readonly listener: ConnectionListener,
  ) {}

  get ready(): boolean {
    return this.isReady;
  }

  open(): void {
    if (this.isWanted) return;
    this.isWanted = true;
    this.attempts = this.refusals = 0;
    PAGE.addEventListener?.('online', this.wake);
    void this.connect();
  }

  close(): void {
    this.isWanted = false;
    PAGE.removeEventListener?.('online', this.wake);
    this.forget();
  }

  send(frame: ClientFrame): void {
    if (this.socket?.readyState === OPEN) this.socket.send(JSON.stringify(frame));
  }

  /** Something arrived that only a working connection brings: the next failure is a first one. */
  works(): void {
    this.attempts = 0;
  }

  /** The network is back, mostly another one: nobody tells of a connection over the old one that it is dead. */
  private readonly wake = (): void => {
    this.attempts = 0;
    if (this.socket) this.fail(this.socket);
    else if (!this.attempt) this.comeBack();
  };

  private async connect(): Promise<void> {
    const attempt = {};
    this.attempt = attempt;
    try {
      const auth = await this.options.authenticate();
      if (this.attempt === attempt) this.dial(auth);
    } catch (error) {
      if (this.attempt === attempt) this.failed(error);
    }
  }

  private dial(auth: ClientFrame): void {
    const socket = this.options.dial() as Socket;
    this.socket = socket;
    this.timer = setTimeout(() => this.fail(socket), this.options.connectTimeoutMs);
    socket.addEventListener('open', () => this.socket === socket && this.send(auth));
    socket.addEventListener('message', ({ data }) => this.socket === socket && this.take(data));
    socket.addEventListener('close', () => this.fail(socket));
    // A failed connection is told of by both events; only this one comes for an address that nobody answers at, in some.
    socket.addEventListener('error', () => this.fail(socket));
  }

  private take(data: unknown): void {
    const frame = JSON.parse(String(data)) as ServerFrame;
    if (frame.type === 'ready') this.begin();
    else if (frame.type === 'bye') this.leastPauseMs = frame.retryAfterMs ?? 0;
    else if (frame.type === 'error' && !this.isReady) this.refuse(new LaurelError({ ...frame, status: 0 }));
    else this.listener.frame(frame);
  }

  private begin(): void {
    clearTimeout(this.timer);
    this.isReady = true;
    this.refusals = 0;
    this.listener.ready();
  }

  /** There is no credential, or no way to connect: what may pass is tried again. */
  private failed(error: unknown): void {
    if (error instanceof LaurelError && FINAL.has(error.status)) this.giveUp(error);
    else if (error instanceof LaurelError && error.code.startsWith('sdk.no_')) this.giveUp(error);
    else this.comeBack();
  }

  private refuse(error: LaurelError): void {
    this.refusals += 1;
    const most = this.options.isRenewable ? MOST_REFUSALS : 1;
    if (!isPassing(error.code) && this.refusals >= most) this.giveUp(error);
    else if (this.socket) this.fail(this.socket);
  }

  private fail(socket: Socket): void {
    if (this.socket !== socket) return;
    this.forget();
    this.listener.lost();
    this.comeBack();
  }

  private comeBack(): void {
    if (!this.isWanted) return;
    const pause = pauseMs(this.options.backOff, this.attempts++, this.leastPauseMs);
    this.leastPauseMs = 0;
    this.attempt = undefined;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(), pause);
  }

  private giveUp(error: LaurelError): void {
    this.close();
    this.listener.refused(error);
  }

  private forget(): void {
    clearTimeout(this.timer);
    const { socket } = this;
    this.socket = this.attempt = undefined;
    this.isReady = false;
    socket?.close();
  }
}
