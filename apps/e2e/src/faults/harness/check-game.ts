import type { Outcome, PlayerDocument } from '@laurel/contracts';
import { until } from '@laurel/testing';
import { rankRows, ruleOf } from './board-rules.js';
import type { CommittedState } from './committed-state.js';
import { type ExpectedPlayer, closes, expectedPlayers } from './expected-player.js';
import { BOARDS } from './game-program.js';
import { heatsOf } from './heats.js';
import { checkApplied, checkLedger, checkModel, checkOutcomes, checkReplay, checkRows } from './invariants.js';
import type { Game } from './load.js';
import { checkGrants, expectedRows, expectedWinners, withPrizes } from './prizes.js';
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
  const [all, ledger, players, programs, windows, grants, publishedAt] = await Promise.all([
    committed.records(workspace),
    committed.ledger(workspace),
    committed.players(workspace),
    committed.programs(workspace),
    committed.windows(workspace),
    committed.grants(workspace),
    committed.publishedAt(workspace),
  ]);
  // The others are later messages under the same ids.
  const records = all.filter(({ status }) => status === 'processed' || status === 'failed');
  const events = records.filter(({ type }) => type === 'match' || type === 'gift');
  const times = { begin, publishedAt };
  const applied = events.flatMap(({ eventId, decidedAt }) => {
    const event = sent.all.get(eventId)?.event;
    return event ? [{ ...event, decidedAt }] : [];
  });
  const expected = expectedPlayers(applied, times);
  const winners = expectedWinners(expected, times);
  const kept = new Set(windows.map(({ board, window }) => `${board.slice(0, board.lastIndexOf('@'))}/${window}`));
  return [
    ...checkApplied(sent, events),
    ...checkReplay(records, players, programs),
    ...checkModel(withPrizes(expected, winners), players, kept),
    ...checkLedger(ledger, players),
    ...checkGrants(grants, winners),
    ...checkOutcomes(records, published),
    ...(await checkRanks(queryUrl, game.secretKey, players, expected)),
  ].map((difference) => `${workspace}: ${difference}`);
}

/** Whether all that follows from the ends of a game's windows is done: their standings are kept, and prizes are paid. */
export async function isOver(committed: CommittedState, { workspace }: PlayedGame, begin: number): Promise<boolean> {
  const [windows, grants, publishedAt] = await Promise.all([
    committed.windows(workspace),
    committed.grants(workspace),
    committed.publishedAt(workspace),
  ]);
  const settled = new Set(windows.flatMap(({ window, settledAt }) => (settledAt === undefined ? [] : window)));
  const heats = heatsOf(begin).filter((heat) => closes(heat, publishedAt));
  return heats.every(({ key }) => settled.has(key)) && grants.every(({ state }) => state === 'granted');
}

/** Asks until the ranks are there: they may be `warming`, and for a moment behind, but then never wrong. */
async function checkRanks(
  queryUrl: string,
  secretKey: string,
  players: readonly PlayerDocument[],
  model: ReadonlyMap<string, ExpectedPlayer>,
): Promise<string[]> {
  const settled = performance.now() + SETTLED_AFTER_MS;
  const wrong: string[] = [];
  for (const address of BOARDS) {
    const name = nameOf(address);
    // What has ended need not be in the documents any more.
    const expected =
      address.board === 'heats'
        ? expectedRows(model, address.board, address.window)
        : rankRows(address.board, rowsOf(address, players));
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
