/** Something that is watched, and can be given up. */
export interface HeldView {
  /** Also while somebody is about to watch. */
  readonly isWatched: boolean;
  /** Nobody watches for now: what it shows need not be kept up. */
  rest?(): void;
  stop(): void;
}

/** What becomes of views. */
export interface HeldViewsEvents<V> {
  /** @param watched how many are watched now */
  counted(watched: number): void;
  /** Given up, and stopped. */
  dropped(view: V): void;
}

/** For how long a view is held that nobody watches, ms: who lost the connection comes back to it and misses nothing. */
export const HELD_MS = 30_000;
/** Such views at a time; beyond, the one that nobody has watched for longest goes. */
const MOST_RESTING = 1_000;

/** The views of this process by their names: one of each, whoever watches. Those that nobody watches rest for a while. */
export class HeldViews<V extends HeldView> {
  private readonly views = new Map<string, V>();
  /** By name, oldest first. */
  private readonly resting = new Map<string, NodeJS.Timeout>();

  constructor(private readonly events: HeldViewsEvents<V>) {}

  /** @param open makes it where there is none */
  get(name: string, open: () => V): V {
    const known = this.views.get(name);
    if (known) return known;
    const view = open();
    this.views.set(name, view);
    this.settle(name, view);
    return view;
  }

  /** Somebody came to the view or left it: to be called after either. */
  settle(name: string, view: V): void {
    // One that has ended is forgotten already, and another may stand in its place.
    if (this.views.get(name) !== view) return;
    this.rouse(name);
    if (!view.isWatched) this.putToRest(name, view);
    this.count();
  }

  /** There is nothing to watch any more, or nobody. */
  drop(name: string, view: V): void {
    view.stop();
    if (this.views.get(name) !== view) return;
    this.rouse(name);
    this.views.delete(name);
    this.events.dropped(view);
    this.count();
  }

  /** The process ends. */
  stop(): void {
    for (const [name, view] of this.views) this.drop(name, view);
  }

  private putToRest(name: string, view: V): void {
    view.rest?.();
    // Rest keeps no process from ending.
    this.resting.set(name, setTimeout(() => this.giveUp(name), HELD_MS).unref());
    const [oldest] = this.resting.keys();
    if (oldest !== undefined && this.resting.size > MOST_RESTING) this.giveUp(oldest);
  }

  private rouse(name: string): void {
    clearTimeout(this.resting.get(name));
    this.resting.delete(name);
  }

  private giveUp(name: string): void {
    this.rouse(name);
    const view = this.views.get(name);
    if (view && !view.isWatched) this.drop(name, view);
  }

  private count(): void {
    this.events.counted(this.views.size - this.resting.size);
  }
}
