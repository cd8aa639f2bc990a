import type { Outcome, PlayerDocument } from '@laurel/contracts';
import { until } from '@laurel/testing';
import { rankRows, ruleOf } from './board-rules.js';
import type { CommittedState } from './committed-state.js';
import { BOARDS } from './game-program.js';
import { checkApplied, checkLedger, checkModel, checkOutcomes, checkReplay, checkRows } from './invariants.js';
import type { Game } from './load.js';
import { type BoardAddress, type BoardRow, nameOf, readAllRows } from './read-board.js';

export interface PlayedGame extends Game {
  readonly workspace: string;
}

/** How long readers may give ranks that lack the latest commits (see `BoardWatch`), ms. */
const SETTLED_AFTER_MS = 6_000;
const RANKED_WITHIN_MS = 90_000;

/**
 * Checks I1 to I3 in one workspace after a game, once all of the log is committed.
 *
 * @param begin of the game, ms since the epoch
 * @param published all outcomes, by their ids
 * @returns what is wrong, as sentences
 */
export async function checkGame(
  committed: CommittedState,
  queryUrl: string,
  game: PlayedGame,
  begin: number,
  published: ReadonlyMap<string, Outcome[]>,
): Promise<string[]> {
  const { workspace, sent } = game;
  const [all, ledger, players, programs] = await Promise.all([
    committed.records(workspace),
    committed.ledger(workspace),
    committed.players(workspace),
    committed.programs(workspace),
  ]);
  // The others are later messages under the same ids.
  const records = all.filter(({ status }) => status === 'processed' || status === 'failed');
  const applied = records.flatMap(({ eventId }) => sent.all.get(eventId)?.event ?? []);
  return [
    ...checkApplied(sent, records),
    ...checkReplay(records, players, programs),
    ...checkModel(applied, players, begin),
    ...checkLedger(ledger, players),
    ...checkOutcomes(records, published),
    ...(await checkRanks(queryUrl, game.secretKey, players)),
  ].map((difference) => `${workspace}: ${difference}`);
}

/** Asks until the ranks are there: they may be `warming`, and for a moment behind, but then never wrong. */
async function checkRanks(queryUrl: string, secretKey: string, players: readonly PlayerDocument[]): Promise<string[]> {
  const settled = performance.now() + SETTLED_AFTER_MS;
  const wrong: string[] = [];
  for (const address of BOARDS) {
    const name = nameOf(address);
    const expected = rankRows(address.board, rowsOf(address, players));
    const found = await until(
      `${name} has its ranks`,
      async () => {
        const asked = performance.now();
        const rows = await readAllRows(queryUrl, secretKey, address);
        const faults = rows && checkRows(name, rows.map(withoutSharedTime(address)), expected);
        return faults && (faults.length === 0 || asked > settled) ? faults : undefined;
      },
      RANKED_WITHIN_MS,
    );
    wrong.push(...found);
  }
  return wrong;
}

/** A board's rows as the players' documents have them. */
function rowsOf({ board, window }: BoardAddress, players: readonly PlayerDocument[]): BoardRow[] {
  return players.flatMap(({ playerId, boards }) => {
    const entry = boards[`${board}@1`]?.[window];
    if (!entry) return [];
    const columns: BoardRow['columns'] = board === 'points' ? { kills: entry.columns[0] ?? 0 } : {};
    const { score, reachedAt } = entry;
    const row = { rank: null, playerId, score, columns, reachedAt: new Date(reachedAt).toISOString() };
    return [withoutSharedTime({ board })(row)];
  });
}

/** Where places are shared, the time decides nothing. */
const withoutSharedTime =
  ({ board }: Pick<BoardAddress, 'board'>) =>
  (row: BoardRow): BoardRow =>
    ruleOf(board).shared ? { ...row, reachedAt: null } : row;
