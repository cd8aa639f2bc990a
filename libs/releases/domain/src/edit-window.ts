import { type DomainError, type FieldProblem, type Result, err, ok, toIso } from '@laurel/kernel';
import { type BoardWindow, findWindow, isOpen } from '@laurel/leaderboards-domain';
import { releaseErrors } from './errors.js';
import type { BoardDraft, ProgramDocument } from './program.js';

/** A window of a leaderboard that is to end at another time. */
export interface WindowChange {
  /** Keys of the leaderboard and of its window. */
  readonly board: string;
  readonly window: string;
  /** ms; null: as soon as it is said. */
  readonly end: number | null;
}

type Windows = Pick<BoardDraft, 'windows' | 'windowEdits' | 'graceSeconds'>;

/**
 * Whether a window may end at that time: it is running or still to come, and the time is within it. A season may also end later;
 * a recurring window can't, for the next one begins there.
 *
 * @param board as released
 * @param now ms
 * @returns when it ends then; errors: `releases.window_not_found`, `releases.window_over`, `releases.invalid_window_end`
 */
export function checkWindowEnd(board: Windows, change: WindowChange, now: number): Result<number, DomainError> {
  const window = findWindow(board, change.window);
  if (!window) return err(releaseErrors.windowNotFound('No window of the leaderboard has this key.'));
  const { start, end } = window;
  if (start === null || end === null) return invalid('bounded', 'can’t be set: the window of all time never ends');
  if (end <= now) return err(releaseErrors.windowOver(`It ended at ${toIso(end)}.`));
  const next = change.end ?? now;
  if (next < now) return invalid('future', `must not be before now, ${toIso(now)}`);
  if (next <= start) return invalid('after-start', `must be after the window begins, ${toIso(start)}`);
  const latest = isSeason(board, change.window)
    ? Number.POSITIVE_INFINITY
    : (byDefinition(board, change.window)?.end ?? end);
  if (next > latest) return invalid('within', `must not be after ${toIso(latest)}, where the next window begins`);
  return ok(next);
}

/** When a window ends by a program, ms; undefined where it has no such window. */
export const windowEnd = (
  { leaderboards }: { readonly leaderboards: readonly (Windows & Pick<BoardDraft, 'key'>)[] },
  { board: key, window }: Pick<WindowChange, 'board' | 'window'>,
): number | undefined => {
  const board = leaderboards.find((each) => each.key === key);
  return (board && findWindow(board, window)?.end) ?? undefined;
};

/**
 * The program with a window that ends at another time. What a program without the leaderboard or the window says stays.
 *
 * @param end ms
 * @param now ms; edits of windows that are closed by then without them are left out
 */
export function withWindowEnd(
  program: ProgramDocument,
  { board, window }: WindowChange,
  end: number,
  now: number,
): ProgramDocument {
  const change = (each: BoardDraft): BoardDraft =>
    each.key === board && findWindow(each, window) ? edited(each, window, end, now) : each;
  return { ...program, leaderboards: program.leaderboards.map(change) };
}

function edited(board: BoardDraft, key: string, end: number, now: number): BoardDraft {
  const { windowEdits = [], ...rest } = board;
  const others = windowEdits.filter(({ window }) => window !== key && isNeeded(board, window, now));
  const defined = byDefinition(board, key)?.end ?? end;
  const windows =
    end <= defined
      ? rest.windows
      : rest.windows.map((each) => (isSeasonOf(each, key) ? { ...each, end: toIso(end) } : each));
  const edits = end < defined ? [...others, { window: key, end: toIso(end) }] : others;
  return { ...rest, windows, ...(edits.length > 0 ? { windowEdits: edits } : {}) };
}

/** A window that is closed whatever an edit says needs none. */
function isNeeded(board: Windows, key: string, now: number): boolean {
  const window = byDefinition(board, key);
  return window !== undefined && isOpen(window, now);
}

const byDefinition = ({ windowEdits: _, ...board }: Windows, key: string): BoardWindow | undefined =>
  findWindow(board, key);

const isSeasonOf = (window: BoardDraft['windows'][number], key: string): boolean =>
  window.kind === 'season' && window.key === key;

const isSeason = ({ windows }: Windows, key: string): boolean => windows.some((window) => isSeasonOf(window, key));

function invalid(rule: string, message: string): Result<never, DomainError> {
  const problem: FieldProblem = { path: '/end', rule, message };
  return err(releaseErrors.invalidWindowEnd('The window can’t end then: see `errors`.', { errors: [problem] }));
}
