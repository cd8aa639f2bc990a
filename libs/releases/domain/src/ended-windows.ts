import { type BoardDefinition, type WindowEdit, findWindow, isOpen } from '@laurel/leaderboards-domain';

type Windowed = Pick<BoardDefinition, 'windows' | 'graceSeconds' | 'windowEdits'>;

/**
 * A board with the edits that have ended windows of it already, as they were: their standings are final, so a program that does not
 * know of these edits, or has others of the same windows, does not open them again. Those that close without an edit need none.
 *
 * @param before the board as it goes on from the release before
 * @param publishedAt ms; where it is left out, as in trials, nothing has ended
 */
export function withEnded<Board extends Windowed>(board: Board, before: Windowed, publishedAt?: number): Board {
  if (publishedAt === undefined) return board;
  const ended = (before.windowEdits ?? []).filter((edit) => hasEnded(board, edit, publishedAt));
  if (ended.length === 0) return board;
  const { windowEdits = [] } = board;
  const named = new Set(windowEdits.map(({ window }) => window));
  return {
    ...board,
    windowEdits: [
      ...windowEdits.map((edit) => ended.find(({ window }) => window === edit.window) ?? edit),
      ...ended.filter(({ window }) => !named.has(window)),
    ],
  };
}

/** Whether an edit has ended a window by then that would be open without it. */
function hasEnded({ windowEdits: _, ...board }: Windowed, { window: key, end }: WindowEdit, publishedAt: number) {
  const [window, edited] = [findWindow(board, key), Date.parse(end)];
  if (!window || window.start === null || window.end === null || edited > publishedAt) return false;
  return isOpen(window, publishedAt) && window.start < edited && edited <= window.end;
}
