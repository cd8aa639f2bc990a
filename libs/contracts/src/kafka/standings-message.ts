import type { WindowEnding } from '../documents/board-window.document.js';

/** A board moved: one message per board and batch, without ranks (a rank is an observation made at reading). Version 1. */
export interface StandingsMessage {
  readonly v: 1;
  /** `<workspace>|<board>|<partition>|<epoch>:<offset>`: the same after a crash re-publishes it. */
  readonly id: string;
  readonly workspace: string;
  readonly board: string;
  readonly partition: number;
  readonly epoch: number;
  readonly offset: number;
  /** Keys of the windows that changed. Who moved is read from the board: a batch may move thousands. */
  readonly windows: readonly string[];
}

/**
 * A window has ended and its standings are kept, on the same topic: one message, or after a crash the same one again. It is a
 * `StandingsMessage` too to who follows boards alone. Version 1.
 */
export interface WindowFinishedMessage extends Pick<StandingsMessage, 'v' | 'workspace' | 'board' | 'windows'> {
  readonly kind: 'finished';
  /** Workspace, board and window, joined: the same after a crash re-publishes it. */
  readonly id: string;
  readonly window: string;
  /** Name of the definition. */
  readonly name: string;
  /** Event times in [start, end), ms. */
  readonly start: number;
  readonly end: number;
  readonly ending: WindowEnding;
  /** Rows that it ended with. */
  readonly total: number;
}
