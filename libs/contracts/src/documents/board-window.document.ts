import { joinId } from './separator.js';

export const BOARD_WINDOWS_COLLECTION = 'boardWindows';

/** Why a window closed. */
export type WindowEnding = 'ended' | 'schedule_changed';

/**
 * A window of a board that has ended. Made when the clock first finds it over, which is what closes it: one document, whoever
 * comes first; its bounds never change then. `closing` until all partitions have come to its barrier and its standings are kept.
 */
export interface BoardWindowDocument {
  readonly _id: string;
  readonly workspace: string;
  /** `boardId` */
  readonly board: string;
  readonly window: string;
  /** Name of the definition. */
  readonly name: string;
  readonly timeZone: string;
  /** Event times in [start, end), ms. */
  readonly start: number;
  readonly end: number;
  readonly closesAt: number;
  readonly ending: WindowEnding;
  /** Release by which it closed. */
  readonly release: number;
  readonly state: 'closing' | 'frozen';
  /** Id of the barrier that certifies it. */
  readonly barrier: string;
  /** When it was frozen, ms; absent before. */
  readonly frozenAt?: number;
  /** Rows that it ended with; absent before. */
  readonly total?: number;
  /** By part of the board's splits: rows. Absent where the board has none. */
  readonly parts?: Readonly<Record<string, number>>;
}

export const boardWindowId = (workspace: string, board: string, window: string): string =>
  joinId(workspace, board, window);

export const FROZEN_ROWS_COLLECTION = 'frozenRows';

/** A row as it ended. */
export interface FrozenRow {
  readonly playerId: string;
  readonly rank: number;
  readonly score: number;
  readonly columns: readonly number[];
  readonly reachedAt: number;
  readonly parts?: readonly string[];
}

/** A thousand rows of a window that has ended, in rank order. Of the whole board, or of one part of it. */
export interface FrozenRowsDocument {
  /** `frozenRowsId` */
  readonly _id: string;
  readonly workspace: string;
  readonly board: string;
  readonly window: string;
  /** Empty for the whole board. */
  readonly part: string;
  /** Rows before the first one here: a multiple of `FROZEN_CHUNK`. */
  readonly first: number;
  readonly rows: readonly FrozenRow[];
}

export const FROZEN_CHUNK = 1_000;

export const frozenRowsId = (workspace: string, board: string, window: string, part: string, first: number): string =>
  joinId(workspace, board, window, part, String(first));

export const FROZEN_PLACES_COLLECTION = 'frozenPlaces';

/** Where some of the players of a window that has ended stand: a bucket by a hash of their ids, so that one document answers. */
export interface FrozenPlacesDocument {
  /** `frozenPlacesId` */
  readonly _id: string;
  readonly workspace: string;
  readonly board: string;
  readonly window: string;
  readonly bucket: number;
  /** Player, place on the whole board, and the places in parts in the order of the row's `parts`; all from 0. */
  readonly places: readonly (readonly [playerId: string, place: number, ...partPlaces: number[]])[];
}

export const frozenPlacesId = (workspace: string, board: string, window: string, bucket: number): string =>
  joinId(workspace, board, window, String(bucket));
