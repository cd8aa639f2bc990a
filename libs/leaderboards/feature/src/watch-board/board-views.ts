import { joinId } from '@laurel/contracts';
import type { LiveOutlet, LiveSubscription } from '@laurel/platform-ws';
import type { BoardTarget } from '../board-directory/board-target.js';
import { BoardView, type ViewSurroundings } from './board-view.js';
import { type ViewName, subscriptionId } from './view-frames.js';
import type { WatchRequest } from './watch-request.js';

/** The views that are being watched in this process: one per workspace, board, window and view, whoever watches. */
export class BoardViews {
  private readonly views = new Map<string, BoardView>();
  /** The same, by what wakes them. */
  private readonly byWindow = new Map<string, Set<BoardView>>();

  constructor(
    private readonly surroundings: ViewSurroundings,
    private readonly onCount: (watched: number) => void,
  ) {}

  /** Sends a snapshot to the outlet and then every change, until the subscription is closed. */
  watch(
    { workspace, board, window, part }: BoardTarget,
    { view: asked, window: named, isPublic = false }: WatchRequest & { readonly isPublic?: boolean },
    outlet: LiveOutlet,
    answerTo: string | undefined,
  ): LiveSubscription {
    const view = part === undefined ? asked : { ...asked, segment: part };
    // Who did not ask for this very window watches the one that runs.
    const name: ViewName = { board: board.key, window: named === window.key ? window.key : window.name, view };
    const watched = this.views.get(joinId(workspace, subscriptionId(name))) ?? this.open(workspace, name, window.key);
    watched.watch(outlet, answerTo, isPublic);
    return {
      id: watched.id,
      close: () => {
        watched.unwatch(outlet);
        if (!watched.isWatched) this.forget(workspace, watched);
      },
    };
  }

  /** Something changed in this window. */
  wake(workspace: string, board: string, window: string): void {
    this.byWindow.get(joinId(workspace, board, window))?.forEach((view) => view.wake());
  }

  private open(workspace: string, name: ViewName, window: string): BoardView {
    const view: BoardView = new BoardView(workspace, name, window, this.surroundings, {
      ended: () => this.forget(workspace, view),
      moved: (from, to) => {
        this.unlist(joinId(workspace, name.board, from), view);
        this.list(joinId(workspace, name.board, to), view);
      },
    });
    this.views.set(joinId(workspace, view.id), view);
    this.list(joinId(workspace, name.board, window), view);
    this.onCount(this.views.size);
    return view;
  }

  private forget(workspace: string, view: BoardView): void {
    view.stop();
    const id = joinId(workspace, view.id);
    if (this.views.get(id) === view) this.views.delete(id);
    this.unlist(joinId(workspace, view.name.board, view.windowKey), view);
    this.onCount(this.views.size);
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
