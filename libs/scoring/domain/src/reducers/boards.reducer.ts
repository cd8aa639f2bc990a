import { addSafe } from '@laurel/kernel';
import { type Entry, type Submission, applySubmission, windowHolds } from '@laurel/leaderboards-domain';
import { type DecisionEvent, contribution } from '@laurel/rules-domain';
import type { DecidedEffect } from '../effects.js';
import { scoringErrors } from '../errors.js';
import { withEntry } from '../player.js';
import type { CompiledBoard, Program } from '../program.js';
import type { Decision, Reducer } from './reducer.js';

/**
 * Boards that read a stat that the event recorded: the recordings of one event make one submission, a row whose columns come
 * from this event alone, and it goes into every window that holds the event's time.
 */
export const reduceBoards: Reducer = (program, decision, _requested, event) => {
  const recorded = recordedAmounts(program, decision);
  if (recorded.size === 0) return decision;
  let { boards } = decision.player;
  const effects: DecidedEffect[] = [];
  for (const board of touchedBoards(program, recorded)) {
    const submission = submissionTo(board, recorded, event);
    const before = boards.get(board.id) ?? new Map<string, Entry>();
    let windows: ReadonlyMap<string, Entry> = before;
    for (const { key, bounds } of board.windows) {
      if (!windowHolds(bounds, event.occurredAt)) continue;
      const current = windows.get(key);
      const applied = applySubmission(board.definition, current, submission);
      if (!applied.ok) {
        const detail = `${board.definition.key} (${key}) would leave the safe integers`;
        effects.push({ kind: 'refused', rule: '', code: scoringErrors.overflow.code, detail });
        continue;
      }
      if (applied.value === current) continue;
      windows = withEntry(windows, key, applied.value);
      const { score, columns, reachedAt } = applied.value;
      effects.push({ kind: 'standing', board: board.id, window: key, score, columns, reachedAt });
    }
    if (windows !== before) boards = withEntry(boards, board.id, windows);
  }
  return { player: { ...decision.player, boards }, effects: [...decision.effects, ...effects] };
};

/** What this event recorded, per stat key; several recordings of one stat add up. */
function recordedAmounts(program: Program, { effects }: Decision): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const effect of effects) {
    if (effect.kind !== 'record') continue;
    const aggregation = program.stats.get(effect.stat)?.aggregation ?? 'sum';
    const total = addSafe(amounts.get(effect.stat) ?? 0, contribution(aggregation, effect.amount));
    amounts.set(effect.stat, total ?? effect.amount);
  }
  return amounts;
}

function touchedBoards(program: Program, recorded: ReadonlyMap<string, number>): Set<CompiledBoard> {
  const touched = new Set<CompiledBoard>();
  for (const stat of recorded.keys()) {
    for (const board of program.boardsByStat.get(stat) ?? []) touched.add(board);
  }
  return touched;
}

const submissionTo = (
  { definition }: CompiledBoard,
  recorded: ReadonlyMap<string, number>,
  { occurredAt, eventId }: DecisionEvent,
): Submission => ({
  score: recorded.get(definition.source.stat) ?? 0,
  columns: definition.ties.columns.map(({ stat }) => recorded.get(stat) ?? 0),
  at: occurredAt,
  eventId,
});
