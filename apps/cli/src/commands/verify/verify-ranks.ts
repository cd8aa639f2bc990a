import { CompareRanks, type RankDifference } from '@laurel/leaderboards-feature';
import type { RedisClient } from '@laurel/platform-redis';
import type { Differences } from '@laurel/scoring-feature';
import type { Workspace } from '@laurel/tenancy-domain';
import type { Connections, Database } from '../../connections/connections.js';
import { workspaceName } from '../../connections/find-workspace.js';
import { awaitProjected } from '../../ranks/await-projected.js';
import { foreignRankKeys } from '../../ranks/foreign-ranks.js';
import { type NamedBoard, boardsOf, rankAccess } from '../../ranks/rank-access.js';
import type { Output } from '../../terminal/output.js';
import { startProgress } from '../../terminal/progress.js';
import { count } from '../../terminal/table.js';

export interface CheckedRanks {
  readonly boards: number;
  readonly entries: number;
  /** Boards whose ranks are not complete, so there was nothing to compare; readers are told `warming`. */
  readonly warming: readonly { readonly workspace: string; readonly board: string; readonly reason: string }[];
}

interface RanksScope {
  readonly connections: Connections;
  readonly db: Database;
  readonly redis: RedisClient;
  readonly output: Output;
  readonly workspaces: readonly Workspace[];
  /** Ids of all workspaces that exist. */
  readonly known: ReadonlySet<string>;
  readonly only: Workspace | undefined;
  readonly differences: Differences;
}

const MOST_PER_BOARD = 1_000;

const SAID: Readonly<Record<RankDifference['kind'], readonly [expected: string, found: string]>> = {
  missing: ['the row of its document', 'none'],
  score: ['the score of its document', 'another'],
  unknown: ['no such row', 'a row that no document asks for'],
  row: ['its place remembered', 'another'],
  parts: ['its parts remembered', 'others'],
  order: ['behind the row before it', 'before it'],
  place: ['as many rows at a place as are told', 'another number'],
};

/** Compares the ranks of every board with the player documents, and looks for ranks of workspaces that do not exist. */
export async function verifyRanks(scope: RanksScope): Promise<CheckedRanks> {
  const { connections, db, output, differences } = scope;
  const access = rankAccess(connections, db, scope.redis);
  const boards = await boardsOf(db, scope.workspaces);
  const warming: { workspace: string; board: string; reason: string }[] = [];
  let entries = 0;
  for (const [index, board] of boards.entries()) {
    const name = `${workspaceName(board.owner)} ${board.board.key}`;
    const progress = startProgress(output.err, `ranks ${name}`);
    try {
      const reason = await awaitProjected(access, board);
      if (reason !== undefined) {
        warming.push({ workspace: workspaceName(board.owner), board: board.board.key, reason });
        continue;
      }
      const { entries: compared, differences: found } = await new CompareRanks(access).run(board, {
        limit: MOST_PER_BOARD,
        onProgress: ({ done, total }) =>
          progress.update((index + done / Math.max(total, 1)) / boards.length, `${count(done)} players`),
      });
      entries += compared;
      for (const difference of found) addDifference(differences, board, difference);
    } finally {
      progress.end();
    }
  }
  if (!scope.only) await checkKeys(scope);
  return { boards: boards.length, entries, warming };
}

function addDifference(differences: Differences, { workspace, board }: NamedBoard, found: RankDifference): void {
  const [expected, seen] = SAID[found.kind];
  const part = found.part === undefined ? '' : `, part ${found.part}`;
  const what = `row on ${board.key}, window ${found.window}${part}`;
  differences.add({ check: 'ranks', workspace, playerId: found.playerId, what, expected, found: seen });
}

async function checkKeys({ connections, redis, known, differences }: RanksScope): Promise<void> {
  for await (const { key, workspace } of foreignRankKeys(redis, connections.config.redis.keyPrefix, known)) {
    const what = `Redis key ${key}`;
    differences.add({ check: 'workspaces', workspace, what, expected: 'a workspace that exists', found: workspace });
  }
}
