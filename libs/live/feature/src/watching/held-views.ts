/** Something that is watched, and can be given up. */
export interface HeldView {
  readonly isWatched: boolean;
  stop(): void;
}

/** For how long a view is held that nobody watches, ms: who lost the connection comes back to it and misses nothing. */
export const HELD_MS = 30_000;

/** The views of this process by their names: one of each, whoever watches. */
export class HeldViews<V extends HeldView> {
  private readonly views = new Map<string, V>();
  private readonly leaving = new Map<V, NodeJS.Timeout>();

  /**
   * @param onCount told how many there are
   * @param dropped told of each that was given up
   */
  constructor(
    private readonly onCount: (views: number) => void,
    private readonly dropped: (view: V) => void = () => undefined,
  ) {}

  /** @param open makes it where there is none */
  get(name: string, open: () => V): V {
    const known = this.views.get(name);
    if (known) return known;
    const view = open();
    this.views.set(name, view);
    this.onCount(this.views.size);
    this.release(name, view);
    return view;
  }

  all(): Iterable<V> {
    return this.views.values();
  }

  /** Somebody may have left: gives the view up if nobody watches it for long. */
  release(name: string, view: V): void {
    clearTimeout(this.leaving.get(view));
    this.leaving.set(
      view,
      setTimeout(() => this.giveUp(name, view), HELD_MS),
    );
  }

  /** There is nothing to watch any more, or nobody. */
  drop(name: string, view: V): void {
    clearTimeout(this.leaving.get(view));
    this.leaving.delete(view);
    view.stop();
    if (this.views.get(name) !== view) return;
    this.views.delete(name);
    this.dropped(view);
    this.onCount(this.views.size);
  }

  /** The process ends. */
  stop(): void {
    for (const [name, view] of this.views) this.drop(name, view);
  }

  private giveUp(name: string, view: V): void {
    this.leaving.delete(view);
    if (!view.isWatched) this.drop(name, view);
  }
}
