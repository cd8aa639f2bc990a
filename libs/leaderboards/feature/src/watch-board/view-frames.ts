import type { LivePosition, LiveView } from '@laurel/contracts';
import { toIso } from '@laurel/kernel';
import type { BoardWindow } from '@laurel/leaderboards-domain';
import { encodeFrame } from '@laurel/platform-ws';
import type { RowsDelta, ViewState } from './view-state.js';

/** What names a view to its watchers. The window is the one found, also when the client named none; so is the segment. */
export interface ViewName {
  /** Key of the board. */
  readonly board: string;
  /** Key of the window, or the name of its definition: then the one that runs. */
  readonly window: string;
  readonly view: LiveView;
}

export const topicOf = ({ board }: ViewName): string => `leaderboard:${board}`;

/** The same for every watcher of the view, so that a frame is encoded once for all of them. */
export function subscriptionId(name: ViewName): string {
  const { view } = name;
  const rows = view.kind === 'top' ? `top:${view.limit}` : `around:${view.limit}:${view.playerId}`;
  return `${topicOf(name)}/${name.window}/${rows}${view.segment === undefined ? '' : `/${view.segment}`}`;
}

export const encodeSnapshot = (
  name: ViewName,
  { epoch, seq }: LivePosition,
  { window, warming, total, rows }: ViewState,
): Buffer =>
  encodeFrame({
    type: 'snapshot',
    subscription: subscriptionId(name),
    topic: topicOf(name),
    window,
    epoch,
    seq,
    total,
    entries: rows,
    ...(warming ? { warming } : {}),
  });

export const encodeDelta = (
  name: ViewName,
  { epoch, seq }: LivePosition,
  { changed, removed, total, moves }: RowsDelta,
): Buffer =>
  encodeFrame({
    type: 'delta',
    subscription: subscriptionId(name),
    epoch,
    seq,
    changed,
    removed,
    total,
    ...(moves ? { moves } : {}),
  });

/** @param window which runs now; the rows were of the one with the key `from` */
export const encodeWindowBegan = (name: ViewName, from: string, window: BoardWindow): Buffer =>
  encodeFrame({
    type: 'event',
    event: 'window_began',
    subscription: subscriptionId(name),
    from,
    to: window.key,
    start: window.start === null ? null : toIso(window.start),
    end: window.end === null ? null : toIso(window.end),
  });
