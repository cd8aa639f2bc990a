import type { FrozenRow, StandingCorrectionDocument } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type BoardDefinition, adjustEntry, isRanked } from '@laurel/leaderboards-domain';
import { httpErrors } from '@laurel/platform-http';
import { scoringErrors } from '@laurel/scoring-domain';
import type { FrozenAct } from './frozen-corrections.js';

const UNBOUNDED = { start: null, end: null };

/**
 * A player's row after a correction; null where none is left. Its rank is that of before, until it is placed.
 *
 * @param row as it stands; undefined where there is none
 * @param latest the latest correction of the player in this window: what was hidden comes back from there
 */
export function correctedRow(
  board: BoardDefinition,
  row: FrozenRow | undefined,
  latest: Pick<StandingCorrectionDocument, 'kind' | 'before'> | undefined,
  act: FrozenAct,
): Result<FrozenRow | null, DomainError> {
  if (act.kind === 'unhide') {
    const hidden = row === undefined && latest?.kind === 'hide' ? latest.before : null;
    return hidden ? ok(hidden) : err(NOT_HIDDEN);
  }
  if (!row) return err(NO_ROW);
  return act.kind === 'adjust' ? adjusted(board, row, act) : ok(null);
}

function adjusted(
  board: BoardDefinition,
  row: FrozenRow,
  act: Extract<FrozenAct, { kind: 'adjust' }>,
): Result<FrozenRow | null, DomainError> {
  const { playerId, rank, parts, reachedAt } = row;
  const entry = adjustEntry(board, UNBOUNDED, { ...row, reachedAt: reachedAt ?? 0 }, act, 0);
  if (!entry.ok) {
    const message =
      entry.error === 'overflow'
        ? 'would leave the safe integers'
        : 'would leave the bounds that the leaderboard declares';
    const rule = entry.error === 'overflow' ? 'safeInteger' : 'bounds';
    return err(httpErrors.invalidInput('Nothing was changed.', { errors: [{ path: '/score', rule, message }] }));
  }
  if (!isRanked(board, entry.value)) return ok(null);
  const { score, columns } = entry.value;
  return ok({ playerId, rank, score, columns, reachedAt, ...(parts ? { parts } : {}) });
}

const NO_ROW = scoringErrors.noStanding('The player is not in the final standings of this window.');
const NOT_HIDDEN = scoringErrors.noStanding('The player is not hidden in the final standings of this window.');
