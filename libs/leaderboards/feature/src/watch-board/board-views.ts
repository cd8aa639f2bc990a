import { joinId } from '@laurel/contracts';
import { HeldViews, type Joining, type LiveOutlet, type LiveSubscription } from '@laurel/platform-ws';
import type { BoardTarget } from '../board-directory/board-target.js';
import { BoardView, type ViewSurroundings } from './board-view.js';
import { type ViewName, subscriptionId } from './view-frames.js';
import type { WatchRequest } from './watch-request.js';

/** The views that are being watched in this process: one per workspace, board, window and view, whoever watches. */
export class BoardViews {
  private readonly held: HeldViews<BoardView>;
  /** The same, by what wakes them. */
  private readonly byWindow = new Map<string, Set<BoardView>>();

  constructor(
    private readonly surroundings: ViewSurroundings,
    onCount: (watched: number) => void,
  ) {
    this.held = new HeldViews({ counted: onCount, dropped: (view) => this.unlist(keyOf(view), view) });
  }

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
    const id = joinId(workspace, subscriptionId(name));
    const watched = this.held.get(id, () => this.open(workspace, name, window.key));
    watched.watch(outlet, joining, isPublic);
    this.held.settle(id, watched);
    const close = (): void => {
      watched.unwatch(outlet);
      this.held.settle(id, watched);
    };
    return { id: watched.id, close };
  }

  /** Something changed in this window. */
  wake(workspace: string, board: string, window: string): void {
    this.byWindow.get(joinId(workspace, board, window))?.forEach((view) => view.wake());
  }

  private open(workspace: string, name: ViewName, window: string): BoardView {
    const view: BoardView = new BoardView(workspace, name, window, this.surroundings, {
      ended: () => this.held.drop(joinId(workspace, view.id), view),
      moved: (from, to) => {
        // One that is not listed any more was given up while it was read.
        const isListed = this.unlist(joinId(workspace, name.board, from), view);
        if (isListed) this.list(joinId(workspace, name.board, to), view);
      },
    });
    this.list(keyOf(view), view);
    return view;
  }

  private list(key: string, view: BoardView): void {
    this.byWindow.set(key, (this.byWindow.get(key) ?? new Set()).add(view));
  }

  /** False when it was not there. */
  private unlist(key: string, view: BoardView): boolean {
    const siblings = this.byWindow.get(key);
    const wasThere = siblings?.delete(view) ?? false;
    if (siblings?.size === 0) this.byWindow.delete(key);
    return wasThere;
  }
}

/** What wakes a view. */
const keyOf = ({ workspace, name, windowKey }: BoardView): string => joinId(workspace, name.board, windowKey);
