import { type Result, addSafe, err, ok } from '@laurel/kernel';
import type { BoardDefinition } from './board.js';
import { type Entry, applySubmission, takeSeat } from './entry.js';

/**
 * The entry of two players who are one: what it would be had every result of both been one player's, in whatever order.
 * `overflow` when a sum would leave the safe integers.
 */
export function combineEntries(
  { attempts: counted, ...board }: Pick<BoardDefinition, 'aggregation' | 'order' | 'ties' | 'attempts'>,
  current: Entry | undefined,
  added: Entry,
): Result<Entry, 'overflow'> {
  if (!current) return ok(added);
  if (added.awaiting) return ok(current);
  const combined = current.awaiting ? ok(added) : combineResults(board, current, added);
  if (!combined.ok) return combined;
  const attempts = (current.attempts ?? 0) + (added.attempts ?? 0);
  const entry = seated(combined.value, current.seat ?? added.seat);
  return ok(counted ? { ...entry, attempts } : entry);
}

const seated = (entry: Entry, seat: string | undefined): Entry =>
  seat === undefined || entry.seat === seat ? entry : takeSeat(entry, seat);

function combineResults(
  board: Pick<BoardDefinition, 'aggregation' | 'order' | 'ties'>,
  current: Entry,
  added: Entry,
): Result<Entry, 'overflow'> {
  if (board.aggregation === 'sum' || board.aggregation === 'count') return addEntries(current, added);
  const { score, columns, reachedAt, by = '' } = added;
  const applied = applySubmission(board, current, { score, columns, at: reachedAt, eventId: by });
  // Without a limit of attempts nothing else can go wrong.
  return applied.ok ? applied : err('overflow');
}

/** A sum of nothing but zeros gives way to any other. One that came back to zero is none of those: its time counts. */
function addEntries(current: Entry, added: Entry): Result<Entry, 'overflow'> {
  if (current.idle && added.idle) return ok({ ...current, reachedAt: Math.min(current.reachedAt, added.reachedAt) });
  if (current.idle || added.idle) return ok(current.idle ? added : current);
  const score = addSafe(current.score, added.score);
  const columns = current.columns.map((column, index) => addSafe(column, added.columns[index] ?? 0));
  if (score === undefined || columns.some((column) => column === undefined)) return err('overflow');
  return ok({
    score,
    columns: columns.map((column) => column ?? 0),
    reachedAt: Math.max(current.reachedAt, added.reachedAt),
  });
}
