import type { OnApplicationShutdown } from '@nestjs/common';
import { type Outcome, joinId } from '@laurel/contracts';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { HeldViews, type Joining, type LiveOutlet, type LiveSubscription } from '@laurel/platform-ws';
import type { OutcomeListener } from '../outcomes/outcome-hub.js';
import type { PlayerQuestion } from './player-states.js';
import { type PlayerSurroundings, PlayerView } from './player-view.js';

/** The players that are watched in this process: one view per player and what may be seen of it. */
export class PlayerViews implements OutcomeListener, OnApplicationShutdown {
  private readonly held: HeldViews<PlayerView>;
  /** Of each workspace, by player. */
  private readonly byPlayer = new Map<string, Map<string, Set<PlayerView>>>();

  constructor(
    private readonly surroundings: PlayerSurroundings,
    onCount: (watched: number) => void,
  ) {
    this.held = new HeldViews({ counted: onCount, dropped: (view) => this.unlist(view) });
  }

  /** Sends a snapshot, or what was missed, and then every change. Error: the player is not known. */
  async watch(
    question: PlayerQuestion,
    outlet: LiveOutlet,
    joining: Joining,
  ): Promise<Result<LiveSubscription, DomainError>> {
    const name = nameOf(question);
    const view = this.held.get(name, () => this.open(name, question));
    const joined = await view.join(outlet, joining).finally(() => this.held.settle(name, view));
    if (!joined.ok) {
      if (!view.isWatched) this.held.drop(name, view);
      return joined;
    }
    const close = (): void => {
      view.leave(outlet);
      this.held.settle(name, view);
    };
    return ok({ id: view.id, close });
  }

  wants(workspace: string): boolean {
    return this.byPlayer.has(workspace);
  }

  hear(workspace: string, outcomes: readonly Outcome[]): void {
    const players = this.byPlayer.get(workspace);
    for (const { playerId } of outcomes) players?.get(playerId)?.forEach((view) => view.wake());
  }

  onApplicationShutdown(): void {
    this.held.stop();
  }

  private open(name: string, question: PlayerQuestion): PlayerView {
    const view: PlayerView = new PlayerView(question, this.surroundings, () => this.held.drop(name, view));
    this.list(view);
    return view;
  }

  private list(view: PlayerView): void {
    const { workspace, playerId } = view.question;
    const players = this.byPlayer.get(workspace) ?? new Map<string, Set<PlayerView>>();
    this.byPlayer.set(workspace, players);
    players.set(playerId, (players.get(playerId) ?? new Set()).add(view));
  }

  private unlist(view: PlayerView): void {
    const { workspace, playerId } = view.question;
    const players = this.byPlayer.get(workspace);
    const views = players?.get(playerId);
    views?.delete(view);
    if (views?.size === 0) players?.delete(playerId);
    if (players?.size === 0) this.byPlayer.delete(workspace);
  }
}

const nameOf = ({ workspace, playerId, ranks }: PlayerQuestion): string =>
  joinId(workspace, playerId, ranks.kind, ...(ranks.boards ?? []));
