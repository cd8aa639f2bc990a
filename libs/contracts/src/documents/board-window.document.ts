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
  /** When it was found over, ms: of the clock of the instance, also where the workspace has a time of its own. */
  readonly markedAt?: number;
  /** There while it is not settled. */
  readonly pending?: true;
  /** When it was frozen, ms; absent before. */
  readonly frozenAt?: number;
  /** Rows that it ended with; those that are kept so far while it is being frozen. */
  readonly total?: number;
  /** By part of the board's splits: rows. Absent where the board has none. */
  readonly parts?: Readonly<Record<string, number>>;
  /** In how many buckets its `frozenPlaces` are; absent before the first of them. */
  readonly buckets?: number;
  /** Who is freezing it: each write of rows demands the token, so that of two only the later one goes on. */
  readonly freezer?: string;
  /** When the leaderboard's setting let its rows go, ms: `total` is 0 then. Absent while they are kept. */
  readonly retiredAt?: number;
  /** What is being deleted of it; absent before and after. */
  readonly removing?: { readonly total: number; readonly parts: readonly string[]; readonly buckets: number };
  /** How often its standings were corrected since; absent for never. */
  readonly corrections?: number;
  /** When all that follows from its end was done (`WindowFollowers`), ms; absent before. */
  readonly settledAt?: number;
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
  /** Event time, ms; null where ties are shared: time plays no part there, and ranks do not keep it. */
  readonly reachedAt: number | null;
  readonly parts?: readonly string[];
  /** The player was erased: the row is of nobody, and `playerId` is the tombstone. */
  readonly erased?: true;
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

/** The bucket that a player's places are in: FNV-1a, 32 bits, over the UTF-16 units of the id. */
export function frozenBucket(playerId: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < playerId.length; index += 1) {
    hash = Math.imul(hash ^ playerId.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash % buckets;
}

export const BOARD_SCHEDULES_COLLECTION = 'boardSchedules';

/**
 * How far the windows of one definition of a board have been closed. One for each definition that a release of the workspace has,
 * or had until its last window closed.
 */
export interface BoardScheduleDocument {
  /** `boardScheduleId` */
  readonly _id: string;
  readonly workspace: string;
  /** `boardId` */
  readonly board: string;
  /** Name of the definition. */
  readonly series: string;
  /** Release whose definition is in force. */
  readonly release: number;
  /** Every window that ends by then was closed, ms. */
  readonly closedTo: number;
  /** When the next one closes, ms; null: none does. */
  readonly dueAt: number | null;
  /** Every window that ends by then is frozen, ms. Player documents keep no entries of these. */
  readonly frozenTo?: number;
}

export const boardScheduleId = (workspace: string, board: string, series: string): string =>
  joinId(workspace, board, series);

export const WORKSPACE_SCHEDULES_COLLECTION = 'workspaceSchedules';

/** The release of a workspace that its `boardSchedules` are of. */
export interface WorkspaceScheduleDocument {
  /** workspace */
  readonly _id: string;
  readonly release: number;
}

export const BARRIERS_COLLECTION = 'barriers';

/** That a partition has come to a barrier, and where: everything that it accepted before is committed. */
export interface BarrierDocument {
  /** `barrierNoteId` */
  readonly _id: string;
  readonly barrier: string;
  readonly partition: number;
  /** As in the message, ms. */
  readonly at: number;
  readonly epoch: number;
  readonly offset: number;
  /** When the partition had it (broker time): notes are dropped a week later. */
  readonly notedAt: Date;
}

export const barrierNoteId = (barrier: string, partition: number): string => joinId(barrier, String(partition));
