import { type BoardDefinition, type BoardWindow, fixedWindows } from '@laurel/leaderboards-domain';
import type { BoardTarget } from '../board-directory/board-target.js';

const ALL_TIME: BoardWindow = { key: 'all', name: 'all', timeZone: 'UTC', start: null, end: null, closesAt: null };

/** A board of points, ordered like a football league's; a test names only what matters to it. */
export const aBoard = (shape: Partial<BoardDefinition> = {}): BoardDefinition => ({
  key: 'premier-league',
  incarnation: 1,
  source: { stat: 'points' },
  aggregation: 'sum',
  order: 'desc',
  ties: { columns: [{ stat: 'goal_difference', order: 'desc' }], then: 'first_to_reach' },
  windows: [{ kind: 'all' }],
  ...shape,
});

export const aTarget = (shape: Partial<BoardDefinition> = {}, workspace = 'ws_1'): BoardTarget => {
  const board = aBoard(shape);
  return { workspace, board, window: fixedWindows(board)[0] ?? ALL_TIME };
};
