import { type RebuildDependencies, RebuildRanks } from '@laurel/leaderboards-feature';
import { Connections, type Database } from '../../connections/connections.js';
import { allWorkspaces, findWorkspace, workspaceName } from '../../connections/find-workspace.js';
import { EXIT, UsageError } from '../../exit-codes.js';
import { type NamedBoard, boardsOf, rankAccess } from '../../ranks/rank-access.js';
import { type Output, printJson, printLine } from '../../terminal/output.js';
import { startProgress } from '../../terminal/progress.js';
import { count, counted } from '../../terminal/table.js';
import type { CommandContext } from '../command-context.js';

export interface RebuildOptions {
  readonly workspace?: string;
  readonly board?: string;
  readonly json?: boolean;
}

interface Rebuilt {
  readonly workspace: string;
  readonly board: string;
  /** Read; absent when the ranks were left as they were. */
  readonly players?: number;
  readonly problem?: string;
}

/** `rebuild-ranks` */
export async function rebuildRanks({ output, end }: CommandContext, options: RebuildOptions): Promise<void> {
  const rebuilt = await Connections.use(async (connections) => {
    const db = await connections.mongo();
    const access = rankAccess(connections, db, await connections.redis());
    const results: Rebuilt[] = [];
    for (const board of await chosenBoards(db, options)) {
      const result = await rebuild(access, output, board);
      if (!options.json) printLine(output, sentenceOf(result));
      results.push(result);
    }
    return results;
  });
  if (options.json) printJson(output, { rebuilt });
  else if (rebuilt.length === 0) printLine(output, 'No workspace has a leaderboard yet.');
  if (rebuilt.some(({ problem }) => problem !== undefined)) end(EXIT.found);
}

async function chosenBoards(db: Database, { workspace, board: key }: RebuildOptions): Promise<NamedBoard[]> {
  const workspaces = workspace === undefined ? await allWorkspaces(db) : [await findWorkspace(db, workspace)];
  const boards = await boardsOf(db, workspaces);
  if (key === undefined) return boards;
  const chosen = boards.filter(({ board }) => board.key === key);
  if (chosen.length > 0) return chosen;
  const names = boards.map(({ owner, board }) => `  ${workspaceName(owner)} ${board.key}`);
  throw new UsageError([`There is no leaderboard "${key}". There are:`, ...names].join('\n'));
}

async function rebuild(access: RebuildDependencies, output: Output, board: NamedBoard): Promise<Rebuilt> {
  const name = { workspace: workspaceName(board.owner), board: board.board.key };
  const progress = startProgress(output.err, `${name.workspace} ${name.board}`);
  try {
    const result = await new RebuildRanks(access).run(board, ({ done, total }) =>
      progress.update(done / Math.max(total, 1), `${count(done)} of ${counted(total, 'player')}`),
    );
    if (result.ok) return { ...name, players: result.value.players };
    return { ...name, problem: `${result.error.title}. ${result.error.detail}` };
  } finally {
    progress.end();
  }
}

const sentenceOf = ({ workspace, board, players, problem }: Rebuilt): string =>
  problem === undefined
    ? `${workspace} ${board}: rebuilt from ${counted(players ?? 0, 'player')}`
    : `${workspace} ${board}: left as it was. ${problem}`;
