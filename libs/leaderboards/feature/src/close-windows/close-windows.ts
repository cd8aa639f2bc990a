import type { BoardWindowDocument } from '@laurel/contracts';
import { type Clock, type Log, Slots } from '@laurel/kernel';
import type { FreezeWindow } from '../freeze-window/freeze-window.js';
import type { ClosedWindow } from '../freeze-window/window-rows.js';
import type { ClosingMetrics } from './closing-metrics.js';
import type { ClosingStore } from './closing-store.mongo.js';
import type { FollowReleases } from './follow-releases.js';
import type { MarkWindows } from './mark-windows.js';
import type { Leadership, WorkspaceOffsets } from './ports.js';
import type { ReleaseBoards } from './release-boards.js';
import type { SendBarriers } from './send-barriers.js';
import type { SettleWindow } from './settle-window.js';

/** Windows that are looked at in one round; the next one takes the rest. */
const AT_A_TIME = 5_000;
/** For how long a window is left alone that could not be brought further, ms. */
const REST_MS = 5_000;
/** Windows that are frozen, or settled, at the same time. */
const TOGETHER = 8;

/** Where a clock jumps over years, no more are marked while so many wait: the windows of others would come behind them. */
const MOST_OF_A_CLOCK = 1_000;

export interface ClosingParts {
  readonly store: ClosingStore;
  readonly releases: ReleaseBoards;
  readonly following: FollowReleases;
  readonly marking: MarkWindows;
  readonly barriers: SendBarriers;
  readonly freezing: FreezeWindow;
  readonly settling: SettleWindow;
  readonly leadership: Leadership;
  readonly offsets: WorkspaceOffsets;
  readonly metrics: ClosingMetrics;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Closes windows, in rounds: marks those that are over, has every partition come to their barrier, keeps their final rows, and lets
 * happen what follows. Where it stands is in MongoDB alone, so a round goes on where any instance left off.
 */
export class CloseWindows {
  /** Windows that are being frozen or settled, by id. */
  private readonly working = new Map<string, Promise<void>>();
  private readonly slots = new Slots(TOGETHER);
  /** Windows that could not be brought further, by id: until when they are left alone, ms. */
  private readonly resting = new Map<string, number>();

  constructor(private readonly parts: ClosingParts) {}

  /** @returns whether something is under way that the next round should look after soon */
  async round(): Promise<boolean> {
    const { leadership, metrics, following, store, barriers, offsets } = this.parts;
    if (!leadership.isLeader()) {
      metrics.forget();
      return false;
    }
    await following.follow();
    const clocks = await offsets.all();
    const mayBeMore = await this.markDue(clocks);
    const pending = await store.pending(AT_A_TIME);
    const closing = pending.filter(({ state }) => state === 'closing');
    const { certified, missing } = await barriers.send(closing, new Set(clocks.keys()));
    metrics.closingNow(closing, missing);
    const frozen = pending.filter(({ state }) => state === 'frozen');
    for (const window of [...certified, ...frozen]) this.work(window);
    return mayBeMore || pending.length > 0;
  }

  /** Ends what is under way. */
  async idle(): Promise<void> {
    await Promise.all(this.working.values());
  }

  private async markDue(clocks: ReadonlyMap<string, number>): Promise<boolean> {
    const { marking, store, clock } = this.parts;
    const now = clock.now();
    let mayBeMore = await marking.markDue({ now, workspace: { $nin: [...clocks.keys()] } });
    for (const [workspace, offset] of clocks) {
      if (offset < 0) await marking.rewind(workspace, now + offset);
      if ((await store.pendingOf(workspace, MOST_OF_A_CLOCK)) >= MOST_OF_A_CLOCK) continue;
      mayBeMore = (await marking.markDue({ now: now + offset, workspace })) || mayBeMore;
    }
    return mayBeMore;
  }

  private work(window: BoardWindowDocument): void {
    const { log, clock } = this.parts;
    const { _id, workspace, board } = window;
    if (this.working.has(_id) || (this.resting.get(_id) ?? 0) > clock.now()) return;
    const work = this.slots
      .run(() => this.advance(window))
      .then(() => void this.resting.delete(_id))
      .catch((error: unknown) => {
        this.resting.set(_id, clock.now() + REST_MS);
        log.warn({ workspace, board, window: window.window, err: error }, 'windows.not_closed');
      })
      .finally(() => this.working.delete(_id));
    this.working.set(_id, work);
  }

  private async advance(document: BoardWindowDocument): Promise<void> {
    const { leadership, releases, freezing, store, metrics } = this.parts;
    if (!leadership.isLeader()) return;
    const board = await releases.board(document.workspace, document.release, document.board);
    if (!board) throw new Error(`release ${document.release} has no board ${document.board}`);
    const closed: ClosedWindow = { document, board };
    if (document.state === 'frozen') return this.settle(closed);
    if (!(await freezing.freeze(closed))) return;
    metrics.windowFrozen();
    const frozen = await store.again(document);
    if (frozen) await this.settle({ document: frozen, board });
  }

  /** Weeks of a league in their order: whoever moves up after one would be moved back by what one before it says later. */
  private async settle(closed: ClosedWindow): Promise<void> {
    const { settling, store } = this.parts;
    const { document, board } = closed;
    if (board.league?.window === document.name && (await store.hasEarlier(document))) return;
    await settling.settle(closed);
  }
}
