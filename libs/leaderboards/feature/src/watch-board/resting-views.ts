import type { BoardView } from './board-view.js';

/** How long a view that nobody watches keeps its run, ms: who lost the connection is back by then and goes on where it was. */
const REST_MS = 30_000;
/** Such views at a time; beyond, the one that has rested longest goes. */
const MOST_VIEWS = 1_000;

/** Views that nobody watches at the moment. They are not read. */
export class RestingViews {
  /** Oldest first. */
  private readonly timers = new Map<BoardView, NodeJS.Timeout>();

  /** @param onOver the view has rested long enough */
  constructor(private readonly onOver: (view: BoardView) => void) {}

  get size(): number {
    return this.timers.size;
  }

  add(view: BoardView): void {
    this.remove(view);
    view.rest();
    // Rest keeps no process from ending.
    this.timers.set(view, setTimeout(() => this.onOver(view), REST_MS).unref());
    const [oldest] = this.timers.keys();
    if (oldest && this.timers.size > MOST_VIEWS) this.onOver(oldest);
  }

  /** Someone watches it again, or it is no more. */
  remove(view: BoardView): void {
    clearTimeout(this.timers.get(view));
    this.timers.delete(view);
  }
}
