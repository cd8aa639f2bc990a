import { randomBytes } from 'node:crypto';
import { boardId } from '@laurel/leaderboards-domain';
import type { Clock, DomainError, Log, Slots } from '@laurel/kernel';
import type { LiveView } from '@laurel/contracts';
import { type LiveOutlet, ViewTicker, withId } from '@laurel/platform-ws';
import { type BoardDirectory, SERVER_ONLY } from '../board-directory/board-directory.js';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { BoardReader, BoardReading } from '../reading/board-reader.js';
import type { RankQuestion } from '../reading/rank-question.js';
import { toStandingRow } from '../reading/standing-row.js';
import { type Progress, type ViewName, encodeDelta, encodeSnapshot, subscriptionId } from './view-frames.js';
import { type ViewState, changeBetween } from './view-state.js';

/** What a watcher is owed before it can follow changes. */
type Owed = 'nothing' | 'snapshot' | { readonly answerTo: string | undefined };

/** What every view works with. */
export interface ViewSurroundings {
  readonly directory: BoardDirectory;
  readonly reader: BoardReader;
  readonly slots: Slots;
  readonly clock: Clock;
  readonly log: Log;
}

/** What becomes of a view. */
export interface ViewEvents {
  /** The board or window is no more, and the view has told its watchers. */
  ended(): void;
  /** Its rows are of another window now; both by their keys. */
  moved(from: string, to: string): void;
}

/** Redis may be out of reach for this long before watchers are told, ms: one slow answer shouldn't empty their screens. */
const HICCUP_MS = 1_000;

/** One view of one window, watched by any number of connections: read once per tick, diffed once, encoded once. */
export class BoardView {
  readonly id: string;
  private readonly watchers = new Map<LiveOutlet, Owed>();
  /** Those of them who may be anyone. */
  private readonly publicWatchers = new Set<LiveOutlet>();
  private readonly ticker: ViewTicker;
  private state: ViewState | undefined;
  private progress: Progress = { epoch: '', seq: 0 };
  /** Of the current progress; encoded when first asked for. */
  private snapshot: Buffer | undefined;
  private readAt = 0;

  /** @param window key of the window that its rows are of now */
  constructor(
    private readonly workspace: string,
    readonly name: ViewName,
    private window: string,
    private readonly surroundings: ViewSurroundings,
    private readonly events: ViewEvents,
  ) {
    this.id = subscriptionId(name);
    this.ticker = new ViewTicker(() => this.tick(), surroundings.clock);
  }

  /** Key of the window that its rows are of. */
  get windowKey(): string {
    return this.window;
  }

  get isWatched(): boolean {
    return this.watchers.size > 0;
  }

  /**
   * @param answerTo id of the frame that asked
   * @param isPublic whether it may be anyone who watches: not once the board is for servers
   */
  watch(outlet: LiveOutlet, answerTo: string | undefined, isPublic: boolean): void {
    this.watchers.set(outlet, { answerTo });
    if (isPublic) this.publicWatchers.add(outlet);
    if (this.state) this.settle(this.state);
    else this.ticker.wake();
  }

  unwatch(outlet: LiveOutlet): void {
    this.watchers.delete(outlet);
    this.publicWatchers.delete(outlet);
  }

  wake(): void {
    this.ticker.wake();
  }

  stop(): void {
    this.ticker.stop();
  }

  private async tick(): Promise<void> {
    try {
      await this.surroundings.slots.run(() => this.refresh());
    } catch (error) {
      // The next tick tries again; meanwhile the watchers keep what they have.
      this.surroundings.log.warn({ err: error, view: this.id }, 'live.read_failed');
    }
  }

  private async refresh(): Promise<void> {
    const { directory, reader } = this.surroundings;
    const { board, window, view } = this.name;
    const found = await directory.find(this.workspace, board, { window, segment: view.segment });
    if (!found.ok) return this.end(found.error);
    const target = found.value;
    if (target.board.serverOnly && !this.keepsServers()) return;
    this.moveTo(target.window.key);
    const reading = await reader.read(target, questionOf(view));
    if (this.isHiccup(reading)) return this.ticker.wake();
    this.show(stateOf(target, reading));
  }

  /** Whether anyone is left to watch who is no one of the public. */
  private keepsServers(): boolean {
    for (const outlet of this.publicWatchers) {
      outlet.endSubscription(this.id, SERVER_ONLY);
      this.unwatch(outlet);
    }
    if (!this.isWatched) this.events.ended();
    return this.isWatched;
  }

  private moveTo(window: string): void {
    if (window === this.window) return;
    this.events.moved(this.window, window);
    this.window = window;
  }

  private isHiccup(reading: BoardReading): boolean {
    const now = this.surroundings.clock.now();
    const isUnreachable = reading.kind === 'warming' && reading.why === 'unreachable';
    if (!isUnreachable) this.readAt = now;
    return isUnreachable && this.state?.warming === false && now - this.readAt < HICCUP_MS;
  }

  private show(state: ViewState): void {
    const change = changeBetween(this.state, state, this.name.view.kind);
    this.state = state;
    if (change.kind === 'snapshot') {
      this.progress = { epoch: newEpoch(), seq: 1 };
      this.snapshot = encodeSnapshot(this.name, this.progress, state);
      this.broadcast(this.snapshot);
    }
    if (change.kind === 'delta') {
      this.progress = { epoch: this.progress.epoch, seq: this.progress.seq + 1 };
      this.snapshot = undefined;
      this.broadcast(encodeDelta(this.name, this.progress, change));
    }
    this.settle(state);
  }

  /** Gives a frame to those who have seen all before it; who reads too slowly is owed a snapshot instead. */
  private broadcast(frame: Buffer): void {
    for (const [outlet, owed] of this.watchers) {
      if (owed === 'nothing' && !outlet.offer(frame)) this.watchers.set(outlet, 'snapshot');
    }
  }

  /** Gives a snapshot to those who are owed one and can take it. */
  private settle(state: ViewState): void {
    for (const [outlet, owed] of this.watchers) {
      if (owed === 'nothing') continue;
      if (owed === 'snapshot' && !outlet.isDrained()) continue;
      this.snapshot ??= encodeSnapshot(this.name, this.progress, state);
      outlet.send(owed === 'snapshot' ? this.snapshot : withId(this.snapshot, owed.answerTo));
      this.watchers.set(outlet, 'nothing');
    }
  }

  private end(error: DomainError): void {
    this.stop();
    for (const outlet of this.watchers.keys()) outlet.endSubscription(this.id, error);
    this.watchers.clear();
    this.events.ended();
  }
}

const questionOf = (view: LiveView): RankQuestion =>
  view.kind === 'top'
    ? { kind: 'page', start: { kind: 'first' }, limit: view.limit }
    : { kind: 'around', playerId: view.playerId, limit: view.limit };

const newEpoch = (): string => randomBytes(6).toString('base64url');

const stateOf = ({ board, window }: BoardTarget, reading: BoardReading): ViewState => ({
  boardId: boardId(board),
  window: window.key,
  warming: reading.kind === 'warming',
  total: reading.kind === 'warming' ? null : reading.total,
  rows: reading.rows.map((row) => toStandingRow(board, row)),
});
