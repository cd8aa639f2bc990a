import type { Position } from '@laurel/contracts';
import {
  type BoardAddress,
  MongoAnnouncedBoards,
  MongoBoardPlayers,
  MongoCommittedPositions,
  type RebuildDependencies,
  TouchedPlayers,
} from '@laurel/leaderboards-feature';
import type { RedisClient } from '@laurel/platform-redis';
import { ScoringStore } from '@laurel/scoring-feature';
import type { Workspace } from '@laurel/tenancy-domain';
import type { Connections, Database } from '../connections/connections.js';

/** A board with the workspace that people know it by. */
export interface NamedBoard extends BoardAddress {
  readonly owner: Workspace;
}

/** What comparing and rebuilding ranks take. */
export function rankAccess(connections: Connections, db: Database, redis: RedisClient): RebuildDependencies {
  return {
    redis,
    keyPrefix: connections.config.redis.keyPrefix,
    players: new MongoBoardPlayers(db),
    committed: new MongoCommittedPositions(db),
    touched: new PlayersOfRecords(new ScoringStore(db)),
  };
}

/** The boards of these workspaces as last announced, by their keys. */
export async function boardsOf(db: Database, workspaces: readonly Workspace[]): Promise<NamedBoard[]> {
  const announced = new MongoAnnouncedBoards(db);
  const boards: NamedBoard[] = [];
  for (const owner of workspaces) {
    for (const board of await announced.boardsOf(owner.id)) boards.push({ owner, workspace: owner.id, board });
  }
  return boards;
}

/** Who was touched, from the event records. */
class PlayersOfRecords extends TouchedPlayers {
  constructor(private readonly store: ScoringStore) {
    super();
  }

  override async playersTouchedSince(
    partition: number,
    target: { readonly workspace: string; readonly board: string },
    since: Position,
    limit: number,
  ): Promise<readonly string[]> {
    return (await this.store.playersTouchedSince(partition, target, since, limit)).slice(0, limit);
  }
}
