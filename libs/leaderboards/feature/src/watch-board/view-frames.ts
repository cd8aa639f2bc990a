import type { LiveView } from '@laurel/contracts';
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

/** Where a view's run of frames stands. */
export interface Progress {
  readonly epoch: string;
  readonly seq: number;
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
  { epoch, seq }: Progress,
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
  { epoch, seq }: Progress,
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
