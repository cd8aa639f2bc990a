import type { FeedEntry, LiveView, PlayerState, ServerFrame } from '../generated/live-frames.js';
import { type BackOff, pauseMs } from '../http/back-off.js';
import type { LaurelError } from '../http/laurel-error.js';
import type { BoardTable } from './board-table.js';
import { attempt, isolated } from './isolated-handlers.js';
import { type ConnectionOptions, LiveConnection } from './live-connection.js';
import { LiveStream, type StreamOutlet } from './live-stream.js';
import type {
  BoardHandlers,
  BoardOptions,
  BoardSubscription,
  FeedHandlers,
  FeedOptions,
  FeedSubscription,
  LiveRequest,
  LiveState,
  LiveSubscription,
  PlayerHandlers,
  PlayerSubscription,
} from './live-topics.js';
import { BoardReader, FeedReader, PlayerReader, type ViewReader } from './view-readers.js';

const BEST_TEN: LiveView = { kind: 'top', limit: 10 };
const FEED_KEEPS = 200;
/** How long a connection that nobody uses is kept for the next who does, ms. */
const LINGER_MS = 1_000;

type Options = BoardOptions & FeedOptions;

/**
 * The live feed: follows leaderboards, players and outcomes over one connection, which is opened when it is needed, comes back by
 * itself when it is lost, and goes on where it was.
 */
export class Live {
  private readonly connection: LiveConnection;
  private readonly streams = new Set<LiveStream<unknown>>();
  private readonly listeners = new Set<(state: LiveState) => void>();
  /** What the server sends on this connection, by its names. */
  private readonly known = new Set<string>();
  private readonly outlet: StreamOutlet;
  private told: LiveState = 'closed';
  private lastId = 0;
  private linger: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ConnectionOptions) {
    this.connection = new LiveConnection(options, {
      ready: () => this.ready(),
      frame: (frame) => this.route(frame),
      lost: () => this.lost(),
      refused: (error) => this.endAll(error),
    });
    this.outlet = {
      nextId: () => String(++this.lastId),
      send: (frame) => this.connection.send(frame),
      retryLater: (stream, failures) => this.retryLater(stream, failures, options.backOff),
      drop: (stream) => this.drop(stream),
    };
  }

  /** Of the connection; `closed` while nobody needs one. */
  get state(): LiveState {
    return this.told;
  }

  /** @returns ends the listening */
  onState(listener: (state: LiveState) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Follows a view of a leaderboard: the best rows, or those around a player. */
  subscribe(topic: `leaderboard:${string}`, options: BoardOptions, handlers: BoardHandlers): BoardSubscription;
  /** Follows what a player has: stats, balances, titles, items, ranks. */
  subscribe(topic: `player:${string}`, options: object, handlers: PlayerHandlers): PlayerSubscription;
  /** Follows what becomes of events. */
  subscribe(topic: 'feed', options: FeedOptions, handlers: FeedHandlers): FeedSubscription;
  subscribe(
    topic: string,
    options: Options,
    handlers: BoardHandlers & PlayerHandlers & FeedHandlers,
  ): LiveSubscription<BoardTable | PlayerState | readonly FeedEntry[]> {
    const apart = isolated(handlers);
    const stream = new LiveStream(requestOf(topic, options), apart, readerOf(topic, options, apart), this.outlet);
    this.streams.add(stream);
    clearTimeout(this.linger);
    if (this.connection.ready) stream.begin();
    else this.connection.open();
    if (this.told === 'closed') this.tell('connecting');
    return stream;
  }

  /** Ends every subscription and the connection. */
  close(): void {
    this.endAll();
    clearTimeout(this.linger);
    this.connection.close();
    this.tell('closed');
  }

  private ready(): void {
    this.tell('live');
    for (const stream of [...this.streams]) stream.begin();
  }

  private lost(): void {
    this.known.clear();
    this.tell(this.told === 'connecting' ? 'connecting' : 'reconnecting');
    for (const stream of [...this.streams]) stream.interrupt();
  }

  /** A frame goes to who asked for it, and to all who watch the same. */
  private route(frame: ServerFrame): void {
    const id = 'id' in frame ? frame.id : undefined;
    const subscription = 'subscription' in frame ? frame.subscription : undefined;
    if (frame.type === 'unsubscribed') return;
    if (frame.type !== 'error') this.connection.works();
    if (subscription !== undefined) this.note(subscription, frame.type === 'error');
    for (const stream of [...this.streams]) {
      const isAnswer = id !== undefined && stream.pending === id;
      if (isAnswer || (subscription !== undefined && stream.subscription === subscription)) stream.take(frame);
    }
    this.sweep();
  }

  private note(subscription: string, hasEnded: boolean): void {
    if (hasEnded) this.known.delete(subscription);
    else this.known.add(subscription);
  }

  /** Ends on the server what nobody here watches any more; not while an answer may name one of them again. */
  private sweep(): void {
    if ([...this.streams].some((stream) => stream.pending !== undefined)) return;
    const watched = new Set([...this.streams].map((stream) => stream.subscription));
    for (const subscription of this.known) {
      if (watched.has(subscription)) continue;
      this.known.delete(subscription);
      this.connection.send({ type: 'unsubscribe', subscription });
    }
  }

  private retryLater(stream: LiveStream<unknown>, failures: number, backOff: BackOff): void {
    setTimeout(
      () => {
        if (this.streams.has(stream) && this.connection.ready && stream.subscription === undefined) stream.begin();
      },
      pauseMs(backOff, failures),
    );
  }

  private drop(stream: LiveStream<unknown>): void {
    this.streams.delete(stream);
    if (this.connection.ready) this.sweep();
    if (this.streams.size > 0) return;
    clearTimeout(this.linger);
    this.linger = setTimeout(() => this.close(), LINGER_MS);
  }

  private endAll(error?: LaurelError): void {
    for (const stream of [...this.streams]) stream.end(error);
    if (error) this.tell('closed');
  }

  private tell(state: LiveState): void {
    if (this.told === state) return;
    this.told = state;
    for (const listener of [...this.listeners]) attempt(() => listener(state));
  }
}

function requestOf(topic: string, { window, view, filter, sample }: Options): LiveRequest {
  if (topic === 'feed') return { topic, ...(filter ? { filter } : {}), ...(sample === undefined ? {} : { sample }) };
  if (!topic.startsWith('leaderboard:')) return { topic };
  return { topic, view: view ?? BEST_TEN, ...(window === undefined ? {} : { window }) };
}

function readerOf(
  topic: string,
  { keep }: Options,
  handlers: BoardHandlers & PlayerHandlers & FeedHandlers,
): ViewReader<BoardTable | PlayerState | readonly FeedEntry[]> {
  if (topic === 'feed') return new FeedReader(handlers, keep ?? FEED_KEEPS);
  return topic.startsWith('player:') ? new PlayerReader(handlers) : new BoardReader(handlers);
}
