import { type EventRecord, playerDocumentId } from '@laurel/contracts';
import type { Player } from '@laurel/scoring-domain';

/** Is told how players stood between their records. */
export abstract class StandingPlayers {
  /**
   * A player stood so from one of its records until the next.
   *
   * @param since decision time of the one, ms
   * @param until decision time of the next, ms; Infinity after the last one
   */
  abstract stood(player: Player, since: number, until: number): void;
}

/** Tells of the players of one reading of a partition; holds a number for each. */
export class TellStandings {
  /** Decision time of the last record, by player document id. */
  private readonly decided = new Map<string, number>();

  constructor(private readonly standings: StandingPlayers) {}

  /** @param before the player before its next record; undefined where that is the first one */
  next(before: Player | undefined, { workspace, playerId, decidedAt }: EventRecord): void {
    const id = playerDocumentId(workspace, playerId);
    const since = this.decided.get(id) ?? Number.NEGATIVE_INFINITY;
    if (decidedAt <= since) return;
    if (before) this.standings.stood(before, since, decidedAt);
    this.decided.set(id, decidedAt);
  }

  /** @param players as their last records leave them */
  end(players: Iterable<readonly [id: string, player: Player]>): void {
    for (const [id, player] of players) {
      this.standings.stood(player, this.decided.get(id) ?? Number.NEGATIVE_INFINITY, Infinity);
    }
  }
}
