import { type BoardWindow, boardId } from '@laurel/leaderboards-domain';
import type { Clock, DomainError, Log, Slots } from '@laurel/kernel';
import type { LiveView } from '@laurel/contracts';
import { type HeldView, type Joining, type LiveOutlet, ViewTicker, WatchedRun } from '@laurel/platform-ws';
import { type BoardDirectory, SERVER_ONLY } from '../board-directory/board-directory.js';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { BoardReader, BoardReading } from '../reading/board-reader.js';
import type { RankQuestion } from '../reading/rank-question.js';
import { toStandingRow } from '../reading/standing-row.js';
import { type ViewName, encodeDelta, encodeSnapshot, encodeWindowBegan, subscriptionId } from './view-frames.js';
import { NOT_READ, type ViewState, changeBetween } from './view-state.js';

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
export class BoardView implements HeldView {
  readonly id: string;
  private readonly run: WatchedRun;
  /** Those of the watchers who may be anyone. */
  private readonly publicWatchers = new Set<LiveOutlet>();
  private readonly ticker: ViewTicker;
  private state: ViewState = NOT_READ;
  /** Whether nobody has watched since `state` was read: then it is read again before anyone sees it. */
  private isStale = true;
  private readAt = 0;

  /** @param window key of the window that its rows are of now */
  constructor(
    readonly workspace: string,
    readonly name: ViewName,
    private window: string,
    private readonly surroundings: ViewSurroundings,
    private readonly events: ViewEvents,
  ) {
    this.id = subscriptionId(name);
    this.run = new WatchedRun(this.id, (at) => encodeSnapshot(name, at, this.state));
    this.ticker = new ViewTicker(() => this.tick(), surroundings.clock);
  }

  /** Key of the window that its rows are of. */
  get windowKey(): string {
    return this.window;
  }

  get isWatched(): boolean {
    return this.run.isWatched;
  }

  /** @param isPublic whether it may be anyone who watches: not once the board is for servers */
  watch(outlet: LiveOutlet, joining: Joining, isPublic: boolean): void {
    if (isPublic) this.publicWatchers.add(outlet);
    if (!this.isStale) return this.run.join(outlet, joining);
    this.run.joinLater(outlet, joining);
    this.ticker.wake();
  }

  unwatch(outlet: LiveOutlet): void {
    this.run.leave(outlet);
    this.publicWatchers.delete(outlet);
  }

  /** Something changed. Without watchers it is not read: who comes next has it read. */
  wake(): void {
    if (this.isWatched) this.ticker.wake();
  }

  /** Nobody watches: it is not read any more, and keeps its run for who comes back. */
  rest(): void {
    this.isStale = true;
    this.ticker.rest();
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
    if (this.isHiccup(reading)) return this.wake();
    this.show(stateOf(target, reading), target.window);
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
    return isUnreachable && !this.state.warming && now - this.readAt < HICCUP_MS;
  }

  private show(state: ViewState, window: BoardWindow): void {
    const before = this.state;
    const change = changeBetween(before, state, this.name.view.kind);
    this.state = state;
    this.isStale = !this.isWatched;
    if (change.kind === 'delta') return this.run.push((at) => encodeDelta(this.name, at, change));
    if (change.kind === 'nothing') return this.run.settle();
    const hasMoved = before !== NOT_READ && before.window !== state.window;
    this.run.restart(hasMoved ? encodeWindowBegan(this.name, before.window, window) : undefined);
  }

  private end(error: DomainError): void {
    this.stop();
    this.run.end(error);
    this.events.ended();
  }
}

const questionOf = (view: LiveView): RankQuestion =>
  view.kind === 'top'
    ? { kind: 'page', start: { kind: 'first' }, limit: view.limit }
    : { kind: 'around', playerId: view.playerId, limit: view.limit };

const stateOf = ({ board, window }: BoardTarget, reading: BoardReading): ViewState => ({
  boardId: boardId(board),
  window: window.key,
  warming: reading.kind === 'warming',
  total: reading.kind === 'warming' ? null : reading.total,
  rows: reading.rows.map((row) => toStandingRow(board, row)),
});
