import type { StandingRow } from '@laurel/sdk';

/**
 * The rows of a page of a board: those that are live, and behind them those of pages that were read before. Who has come among the
 * live ones meanwhile is shown there alone, and each player once.
 */
export function rowsBehind(live: readonly StandingRow[], paged: readonly StandingRow[]): readonly StandingRow[] {
  const shown = new Set(live.map(({ playerId }) => playerId));
  const behind = paged.filter(({ playerId }) => !shown.has(playerId) && shown.add(playerId));
  return behind.length === 0 ? live : [...live, ...behind];
}
