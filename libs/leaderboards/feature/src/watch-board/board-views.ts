import { joinId } from '@laurel/contracts';
import type { LiveView } from '@laurel/contracts';
import type { LiveOutlet, LiveSubscription } from '@laurel/platform-ws';
import type { BoardTarget } from '../board-directory/board-target.js';
import { BoardView, type ViewSurroundings } from './board-view.js';
import { type ViewName, subscriptionId } from './view-frames.js';

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
    { workspace, board, window }: BoardTarget,
    view: LiveView,
    outlet: LiveOutlet,
    answerTo: string | undefined,
  ): LiveSubscription {
    const name: ViewName = { board: board.key, window: window.key, view };
    const watched = this.views.get(joinId(workspace, subscriptionId(name))) ?? this.open(workspace, name);
    watched.watch(outlet, answerTo);
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

  private open(workspace: string, name: ViewName): BoardView {
    const view: BoardView = new BoardView(workspace, name, this.surroundings, () => this.forget(workspace, view));
    this.views.set(joinId(workspace, view.id), view);
    const key = joinId(workspace, name.board, name.window);
    this.byWindow.set(key, (this.byWindow.get(key) ?? new Set()).add(view));
    this.onCount(this.views.size);
    return view;
  }

  private forget(workspace: string, view: BoardView): void {
    view.stop();
    const id = joinId(workspace, view.id);
    if (this.views.get(id) === view) this.views.delete(id);
    const key = joinId(workspace, view.name.board, view.name.window);
    const siblings = this.byWindow.get(key);
    siblings?.delete(view);
    if (siblings?.size === 0) this.byWindow.delete(key);
    this.onCount(this.views.size);
  }
}
