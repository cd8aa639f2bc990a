import type { GrantDocument } from '@laurel/contracts';
import { rankRows } from './board-rules.js';
import { type ExpectedPlayer, type GameTimes, closes } from './expected-player.js';
import { PRIZE, heatsOf } from './heats.js';
import type { BoardRow } from './read-board.js';

/** Rows of a window as it must end, by the model. */
export function expectedRows(expected: ReadonlyMap<string, ExpectedPlayer>, board: string, window: string): BoardRow[] {
  const rows = Array.from(expected, ([playerId, { boards }]): BoardRow[] => {
    const row = boards[board]?.[window];
    const reachedAt = new Date(row?.reachedAt ?? 0).toISOString();
    return row ? [{ rank: null, playerId, score: row.score, columns: {}, reachedAt }] : [];
  });
  return rankRows(board, rows.flat());
}

/** Who won a heat, by the model: `<window> <player>`. */
export function expectedWinners(expected: ReadonlyMap<string, ExpectedPlayer>, times: GameTimes): string[] {
  const heats = heatsOf(times.begin).filter((heat) => closes(heat, times.publishedAt));
  return heats.flatMap(({ key }) =>
    expectedRows(expected, 'heats', key)
      .slice(0, PRIZE.winners)
      .map(({ playerId }) => `${key} ${playerId}`),
  );
}

/** Players with the coins that they won. */
export function withPrizes(
  expected: ReadonlyMap<string, ExpectedPlayer>,
  winners: readonly string[],
): Map<string, ExpectedPlayer> {
  const rich = new Map(expected);
  for (const winner of winners) {
    const [, playerId = ''] = winner.split(' ');
    const player = rich.get(playerId);
    const coins = (player?.balances['coins'] ?? 0) + PRIZE.coins;
    if (player) rich.set(playerId, { ...player, balances: { ...player.balances, coins } });
  }
  return rich;
}

/** Each winner has one grant for each heat, which is paid, and nobody else has any. */
export function checkGrants(
  grants: readonly Pick<GrantDocument, 'window' | 'playerId' | 'state'>[],
  winners: readonly string[],
): string[] {
  const found = grants.map(({ window, playerId, state }) => `${window} ${playerId} ${state}`).sort();
  const expected = winners.map((winner) => `${winner} granted`).sort();
  if (found.join() === expected.join()) return [];
  return [`grants are ${found.join(', ')} instead of ${expected.join(', ')}`];
}
