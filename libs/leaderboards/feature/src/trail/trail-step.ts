import { type EventRecord, MODERATION_EVENT_TYPES } from '@laurel/contracts';
import { PLAYER_CORRECTED, toIso } from '@laurel/kernel';
import { boardId } from '@laurel/leaderboards-domain';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { TrailStepDto } from './trail.dto.js';

/**
 * A record as a step of the trail of one standing. Undefined where it has to do with none: it changed nothing there, is of no
 * order about it, and was not held back for a stat that the board reads.
 */
export function trailStep({ board, window }: BoardTarget, record: EventRecord): TrailStepDto | undefined {
  const standing = standingAfter(boardId(board), window.key, record);
  const isElsewhere = record.type === PLAYER_CORRECTED && standing === undefined;
  const order = isElsewhere ? undefined : orderOf(boardId(board), window.key, record);
  const stats = [board.source.stat, ...board.ties.columns.map(({ stat }) => stat)];
  const heldBack = record.heldBack && stats.includes(record.heldBack.stat) ? record.heldBack : undefined;
  if (standing === undefined && !order && !heldBack) return undefined;
  const { eventId, type, occurredAt, decidedAt, release, effects } = record;
  const refused = order ? effects.flatMap((each) => (each.kind === 'refused' ? [each] : [])) : [];
  return {
    ...{ eventId, type, occurredAt: toIso(occurredAt), decidedAt: toIso(decidedAt), release },
    recorded: effects.flatMap((effect) =>
      effect.kind === 'record' && stats.includes(effect.stat)
        ? [{ rule: effect.rule, stat: effect.stat, amount: effect.amount }]
        : [],
    ),
    ...(standing === undefined ? {} : { standing: standing && described(board, standing) }),
    ...(order ? { order } : {}),
    ...(heldBack ? { heldBack } : {}),
    ...(refused.length > 0 ? { refused: refused.map(({ code, detail }) => ({ code, detail })) } : {}),
  };
}

type Numbers = Extract<EventRecord['effects'][number], { kind: 'standing' }>;

/** The entry that a record left in a window; null where it left none, undefined where it changed nothing there. */
function standingAfter(board: string, window: string, { effects }: EventRecord): Numbers | null | undefined {
  let standing: Numbers | null | undefined;
  for (const effect of effects) {
    if (effect.kind !== 'standing' && effect.kind !== 'removal') continue;
    if (effect.board === board && effect.window === window) standing = effect.kind === 'standing' ? effect : null;
  }
  return standing;
}

/** What the record of an order about the standing, or of a correction of the player, says of it. */
function orderOf(board: string, window: string, { type, properties }: EventRecord): TrailStepDto['order'] {
  const isOfPlayer = type === PLAYER_CORRECTED;
  if (!isOfPlayer && (!MODERATION_EVENT_TYPES.has(type) || properties['board'] !== board)) return undefined;
  const isOfAll = properties['window'] === undefined;
  if (!isOfAll && properties['window'] !== window) return undefined;
  // As the order that was recorded said it; who joins gives no reason.
  const { reason = '', by } = properties as { readonly reason?: string; readonly by: string };
  return { reason, by };
}

const described = ({ ties }: BoardTarget['board'], { score, columns }: Numbers) => ({
  score,
  columns: Object.fromEntries(ties.columns.map(({ stat }, index) => [stat, columns[index] ?? 0])),
});
