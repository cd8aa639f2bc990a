import { toIso } from '@laurel/kernel';
import { type BoardDefinition, type WindowEdit, findWindow, isOpen } from '@laurel/leaderboards-domain';

import type { ProgramDocument, ReleasedProgram } from './program.js';

type Windowed = Pick<BoardDefinition, 'windows' | 'graceSeconds' | 'windowEdits'>;

/**
 * A board whose edits end nothing before they are published, and open nothing again. Windows that edits have ended already stay
 * ended as they were: their standings are final, so a program that does not know of these edits, or has others of the same windows,
 * changes nothing of it. One that is to have ended before ends now: it has results of the time since.
 *
 * @param before the board as it goes on from the release before
 * @param publishedAt ms; where it is left out, as in trials, edits are as they are written
 */
export function withEnded<Board extends Windowed>(board: Board, before: Windowed, publishedAt?: number): Board {
  if (publishedAt === undefined) return board;
  const ended = (before.windowEdits ?? []).filter((edit) => endsOpen(board, edit, publishedAt));
  const { windowEdits = [] } = board;
  if (ended.length + windowEdits.length === 0) return board;
  const named = new Set(windowEdits.map(({ window }) => window));
  const edits = windowEdits.map(
    (edit) => ended.find(({ window }) => window === edit.window) ?? notBefore(board, edit, publishedAt),
  );
  return { ...board, windowEdits: [...edits, ...ended.filter(({ window }) => !named.has(window))] };
}

function notBefore(board: Windowed, edit: WindowEdit, publishedAt: number): WindowEdit {
  if (!endsOpen(board, edit, publishedAt)) return edit;
  const end = findWindow({ ...board, windowEdits: [] }, edit.window)?.end ?? publishedAt;
  return { ...edit, end: toIso(Math.min(publishedAt, end)) };
}

/** Whether an edit ends a window by then that would be open without it. */
function endsOpen({ windowEdits: _, ...board }: Windowed, { window: key, end }: WindowEdit, publishedAt: number) {
  const [window, edited] = [findWindow(board, key), Date.parse(end)];
  if (!window || window.start === null || window.end === null || edited > publishedAt) return false;
  return isOpen(window, publishedAt) && window.start < edited && edited <= window.end;
}

/**
 * A program of another environment, with the edits of windows that the target has itself: when an operator ended a window is no part
 * of a game's rules, and must not end the same window elsewhere.
 *
 * @param target its latest release; undefined before the first
 */
export const withEditsOf = (program: ProgramDocument, target: ReleasedProgram | undefined): ProgramDocument => ({
  ...program,
  leaderboards: program.leaderboards.map(({ windowEdits: _, ...board }) => {
    const there = target?.leaderboards.find(({ key }) => key === board.key)?.windowEdits ?? [];
    const own = there.filter((edit) => shortens(board, edit));
    return own.length > 0 ? { ...board, windowEdits: own } : board;
  }),
});

function shortens(board: Windowed, { window: key, end }: WindowEdit): boolean {
  const [window, edited] = [findWindow(board, key), Date.parse(end)];
  return window !== undefined && window.start !== null && window.start < edited && edited <= (window.end ?? 0);
}
