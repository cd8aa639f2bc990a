import {
  type BoardDefinition,
  type BoardWindow,
  type RankForm,
  findWindow,
  rankForm,
} from '@laurel/leaderboards-domain';

/** A window with the form of its rows. */
export interface FormedWindow {
  readonly window: BoardWindow;
  readonly form: RankForm;
}

/** Looked up for every change, and looking up a zone takes microseconds. Releases are immutable. */
const known = new WeakMap<BoardDefinition, Map<string, FormedWindow>>();

/** More windows than a board has open; of past ones each is asked for rarely. */
const MAX_KNOWN = 1_000;

/** The window that a board has under a key; undefined for one that it has not, or no longer. */
export function formedWindow(board: BoardDefinition, key: string): FormedWindow | undefined {
  const ofBoard = known.get(board) ?? new Map<string, FormedWindow>();
  const before = ofBoard.get(key);
  if (before) return before;
  const window = findWindow(board, key);
  if (!window) return undefined;
  if (ofBoard.size >= MAX_KNOWN) ofBoard.clear();
  const formed = { window, form: rankForm(board, window) };
  ofBoard.set(key, formed);
  known.set(board, ofBoard);
  return formed;
}
