import type { OnApplicationShutdown } from '@nestjs/common';
import { type Outcome, joinId } from '@laurel/contracts';
import { HeldViews, type Joining, type LiveOutlet, type LiveSubscription } from '@laurel/platform-ws';
import type { OutcomeHub, OutcomeListener } from '../outcomes/outcome-hub.js';
import { type FeedRequest, feedId } from './feed-request.js';
import { FeedView } from './feed-view.js';

/** The feeds that are watched in this process. */
export class FeedViews implements OutcomeListener, OnApplicationShutdown {
  private readonly held: HeldViews<FeedView>;
  private readonly byWorkspace = new Map<string, Set<FeedView>>();

  constructor(
    private readonly hub: Pick<OutcomeHub, 'latest'>,
    onCount: (watched: number) => void,
  ) {
    this.held = new HeldViews({ counted: onCount, dropped: (view) => this.unlist(view) });
  }

  /** Sends the latest outcomes, or those that were missed, and then what comes. */
  watch(workspace: string, request: FeedRequest, outlet: LiveOutlet, joining: Joining): LiveSubscription {
    const name = joinId(workspace, feedId(request));
    const view = this.held.get(name, () => this.open(workspace, request));
    view.join(outlet, joining);
    this.held.settle(name, view);
    const close = (): void => {
      view.leave(outlet);
      this.held.settle(name, view);
    };
    return { id: view.id, close };
  }

  wants(workspace: string): boolean {
    return this.byWorkspace.has(workspace);
  }

  hear(workspace: string, outcomes: readonly Outcome[]): void {
    this.byWorkspace.get(workspace)?.forEach((view) => view.hear(outcomes));
  }

  onApplicationShutdown(): void {
    this.held.stop();
  }

  private open(workspace: string, request: FeedRequest): FeedView {
    const view = new FeedView(workspace, request, this.hub.latest(workspace));
    this.byWorkspace.set(workspace, (this.byWorkspace.get(workspace) ?? new Set()).add(view));
    return view;
  }

  private unlist(view: FeedView): void {
    const views = this.byWorkspace.get(view.workspace);
    views?.delete(view);
    if (views?.size === 0) this.byWorkspace.delete(view.workspace);
  }
}
