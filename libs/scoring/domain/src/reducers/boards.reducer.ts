import { addSafe } from '@laurel/kernel';
import { type BoardWindow, type Entry, type Submission, windowHolds } from '@laurel/leaderboards-domain';
import { type DecisionEvent, contribution } from '@laurel/rules-domain';
import { type DecidedEffect, standingOf } from '../effects.js';
import { scoringErrors } from '../errors.js';
import { withEntry } from '../player.js';
import type { CompiledBoard, Program } from '../program.js';
import { isSeen, samePlace } from '../same-place.js';
import { asHidden, placeResult, standingEntry } from './place-result.js';
import type { Decision, Reducer } from './reducer.js';

/**
 * Boards that read a stat that the event recorded: the recordings of one event make one submission, a row whose columns come
 * from this event alone, and it goes into every window that holds the event's time and is still open.
 */
export const reduceBoards: Reducer<'stats' | 'boardsByStat'> = (program, decision, _requested, event, now) => {
  const recorded = recordedAmounts(program, decision);
  if (recorded.size === 0) return decision;
  const boards = new Map(decision.player.boards);
  const effects: DecidedEffect[] = [];
  for (const board of touchedBoards(program, recorded)) {
    if (board.definition.serverOnly && event.client) {
      const detail = `${board.definition.key} takes no results that a player sent`;
      effects.push({ kind: 'refused', rule: '', code: scoringErrors.serverOnly.code, detail });
      continue;
    }
    const submission = submissionTo(board, recorded, event, timeOf(program, decision, board, event));
    const before = boards.get(board.id) ?? NO_WINDOWS;
    let windows = before;
    for (const series of board.windows) {
      const window = series.at(event.occurredAt);
      if (!window) continue;
      const current = standingEntry(windows.get(window.key), window);
      const placed = placeResult(board, window, current, withinWindow(submission, window, event), now);
      if (!placed.ok) {
        effects.push(placed.error);
        continue;
      }
      if (placed.value === current) continue;
      const entry = current ? placed.value : asHidden(placed.value, decision.player, board.id);
      windows = withEntry(windows, window.key, entry);
      if (isSeen(entry) && !samePlace(current, entry)) effects.push(standingOf(board.id, window.key, entry));
    }
    if (windows !== before) boards.set(board.id, windows);
  }
  return { player: { ...decision.player, boards }, effects: [...decision.effects, ...effects] };
};

const NO_WINDOWS: ReadonlyMap<string, Entry> = new Map();

/** Different values may all have come before the window began: there they stand since the event. */
const withinWindow = (
  submission: Submission | undefined,
  window: BoardWindow,
  { occurredAt }: DecisionEvent,
): Submission | undefined =>
  submission && submission.at !== occurredAt && !windowHolds(window, submission.at)
    ? { ...submission, at: occurredAt }
    : submission;

/** What an event recorded, by stat key; undefined where several recordings of one stat add up beyond the safe integers. */
type Recorded = ReadonlyMap<string, number | undefined>;

function recordedAmounts(program: Pick<Program, 'stats'>, { effects }: Decision): Recorded {
  const amounts = new Map<string, number | undefined>();
  for (const effect of effects) {
    if (effect.kind !== 'record') continue;
    const aggregation = program.stats.get(effect.stat)?.aggregation ?? 'sum';
    if (aggregation === 'distinct') {
      // Not what the event added, which depends on what was there: how many values there are now.
      amounts.set(effect.stat, effect.value);
      continue;
    }
    const before = amounts.has(effect.stat) ? amounts.get(effect.stat) : 0;
    const total =
      before === undefined ? undefined : addSafe(before, contribution(aggregation, effect.amount, effect.times));
    amounts.set(effect.stat, total);
  }
  return amounts;
}

function touchedBoards(program: Pick<Program, 'boardsByStat'>, recorded: Recorded): Set<CompiledBoard> {
  const touched = new Set<CompiledBoard>();
  for (const stat of recorded.keys()) {
    for (const board of program.boardsByStat.get(stat) ?? []) touched.add(board);
  }
  return touched;
}

/** When a result stood first: with the event or, of different values, as soon as the last of them had come. */
function timeOf(
  program: Pick<Program, 'stats'>,
  { player }: Decision,
  { definition }: CompiledBoard,
  event: DecisionEvent,
): number {
  const stat = program.stats.get(definition.source.stat);
  if (stat?.aggregation !== 'distinct') return event.occurredAt;
  return player.stats.get(stat.id)?.at ?? event.occurredAt;
}

/** @returns undefined when one of its numbers is beyond the safe integers */
function submissionTo(
  { stats }: CompiledBoard,
  recorded: Recorded,
  { eventId }: DecisionEvent,
  at: number,
): Submission | undefined {
  if (stats.some((stat) => recorded.has(stat) && recorded.get(stat) === undefined)) return undefined;
  const [score = 0, ...columns] = stats.map((stat) => recorded.get(stat) ?? 0);
  return { score, columns, at, eventId };
}
