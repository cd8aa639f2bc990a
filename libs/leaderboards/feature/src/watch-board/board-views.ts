import { joinId } from '@laurel/contracts';
import type { Joining, LiveOutlet, LiveSubscription } from '@laurel/platform-ws';
import type { BoardTarget } from '../board-directory/board-target.js';
import { BoardView, type ViewSurroundings } from './board-view.js';
import { RestingViews } from './resting-views.js';
import { type ViewName, subscriptionId } from './view-frames.js';
import type { WatchRequest } from './watch-request.js';

/** The views that are being watched in this process: one per workspace, board, window and view, whoever watches. */
export class BoardViews {
  private readonly views = new Map<string, BoardView>();
  /** The same, by what wakes them. */
  private readonly byWindow = new Map<string, Set<BoardView>>();
  private readonly resting = new RestingViews((view) => this.forget(view));

  constructor(
    private readonly surroundings: ViewSurroundings,
    private readonly onCount: (watched: number) => void,
  ) {}

  /** Sends a snapshot to the outlet, or what it missed, and then every change, until the subscription is closed. */
  watch(
    { workspace, board, window, part }: BoardTarget,
    { view: asked, window: named, isPublic = false }: WatchRequest & { readonly isPublic?: boolean },
    outlet: LiveOutlet,
    joining: Joining,
  ): LiveSubscription {
    const view = part === undefined ? asked : { ...asked, segment: part };
    // Who did not ask for this very window watches the one that runs.
    const name: ViewName = { board: board.key, window: named === window.key ? window.key : window.name, view };
    const watched = this.views.get(joinId(workspace, subscriptionId(name))) ?? this.open(workspace, name, window.key);
    this.resting.remove(watched);
    watched.watch(outlet, joining, isPublic);
    this.count();
    return { id: watched.id, close: () => this.leave(watched, outlet) };
  }

  /** Something changed in this window. */
  wake(workspace: string, board: string, window: string): void {
    this.byWindow.get(joinId(workspace, board, window))?.forEach((view) => view.wake());
  }

  private open(workspace: string, name: ViewName, window: string): BoardView {
    const view: BoardView = new BoardView(workspace, name, window, this.surroundings, {
      ended: () => this.forget(view),
      moved: (from, to) => {
        this.unlist(joinId(workspace, name.board, from), view);
        this.list(joinId(workspace, name.board, to), view);
      },
    });
    this.views.set(joinId(workspace, view.id), view);
    this.list(joinId(workspace, name.board, window), view);
    return view;
  }

  private leave(view: BoardView, outlet: LiveOutlet): void {
    view.unwatch(outlet);
    // One that has ended is forgotten already, and another may stand in its place.
    if (view.isWatched || this.views.get(joinId(view.workspace, view.id)) !== view) return;
    this.resting.add(view);
    this.count();
  }

  private forget(view: BoardView): void {
    view.stop();
    this.resting.remove(view);
    const id = joinId(view.workspace, view.id);
    if (this.views.get(id) === view) this.views.delete(id);
    this.unlist(joinId(view.workspace, view.name.board, view.windowKey), view);
    this.count();
  }

  private count(): void {
    this.onCount(this.views.size - this.resting.size);
  }

  private list(key: string, view: BoardView): void {
    this.byWindow.set(key, (this.byWindow.get(key) ?? new Set()).add(view));
  }

  private unlist(key: string, view: BoardView): void {
    const siblings = this.byWindow.get(key);
    siblings?.delete(view);
    if (siblings?.size === 0) this.byWindow.delete(key);
  }
}
