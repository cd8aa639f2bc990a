import {
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  TOMBSTONES_COLLECTION,
  type TombstoneDocument,
} from '@laurel/contracts';
import type { Entry } from '@laurel/leaderboards-domain';
import { Tombstones } from '@laurel/platform-event-store';
import type { Db } from 'mongodb';
import { ClosingStore } from '../close-windows/closing-store.mongo.js';
import { ReleaseBoards } from '../close-windows/release-boards.js';
import { CheckRows, type RowsDifference } from './check-rows.js';
import { FinalWindow } from './final-window.js';

/** A player as it stood for some time. */
export interface StandingPlayer {
  readonly workspace: string;
  readonly playerId: string;
  /** By `boardId`, then by the window's key. */
  readonly boards: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
}

export interface FinalDifference extends RowsDifference {
  readonly workspace: string;
  /** `boardId` */
  readonly board: string;
  readonly window: string;
}

export interface FinalComparison {
  readonly windows: number;
  readonly rows: number;
  readonly differences: readonly FinalDifference[];
}

/**
 * Whether the standings that are kept of windows that have ended are those with which they ended: the rows that players had when a
 * window closed, no others, in the board's order and numbered by it. Memory grows with the number of windows, not with their rows.
 */
export class FinalStandings {
  /** By workspace, `boardId` and key. */
  private readonly windows = new Map<string, Map<string, Map<string, FinalWindow>>>();
  /** By workspace: when its windows closed, ascending, ms. */
  private readonly closings = new Map<string, number[]>();

  private constructor(private readonly db: Db) {}

  /** Of the windows that are frozen now. @param workspaces those that are looked at */
  static async of(db: Db, workspaces: readonly string[]): Promise<FinalStandings> {
    const standings = new FinalStandings(db);
    const releases = new ReleaseBoards(new ClosingStore(db));
    const frozen = standings.documents.find({
      workspace: { $in: [...workspaces] },
      state: 'frozen',
      retiredAt: { $exists: false },
    });
    for await (const document of frozen) {
      const board = await releases.board(document.workspace, document.release, document.board);
      if (board) standings.add(new FinalWindow(document, board));
    }
    for (const times of standings.closings.values()) times.sort((left, right) => left - right);
    return standings;
  }

  /**
   * Takes note of a player that stood so from one of its records until the next.
   *
   * @param since decision time of the one, ms
   * @param until decision time of the next, ms; Infinity after the last one
   */
  stood({ workspace, playerId, boards }: StandingPlayer, since: number, until: number): void {
    if (!this.hasClosed(workspace, since, until)) return;
    const ofWorkspace = this.windows.get(workspace);
    for (const [board, entries] of boards) {
      const windows = ofWorkspace?.get(board);
      if (!windows) continue;
      for (const [key, entry] of entries) {
        const window = windows.get(key);
        const closedAt = window?.document.closesAt ?? Number.NaN;
        if (since < closedAt && closedAt <= until) window?.take(playerId, entry);
      }
    }
  }

  /** Compares, once every player was told of. */
  async compare(onProgress: (fraction: number, rows: number) => void = () => undefined): Promise<FinalComparison> {
    const all = [...this.windows.values()].flatMap((boards) => [...boards.values()].flatMap((it) => [...it.values()]));
    const going = await new Tombstones(this.db).beingErased();
    const tombstones = this.db.collection<TombstoneDocument>(TOMBSTONES_COLLECTION);
    const check = new CheckRows(this.db, going, tombstones);
    const differences: FinalDifference[] = [];
    let [windows, rows] = [0, 0];
    for (const [index, window] of all.entries()) {
      const { _id, workspace, board, window: key, corrections } = window.document;
      const found = await check.differencesOf(window);
      const now = await this.documents.findOne({ _id });
      // Corrected meanwhile, or let go.
      if (!now || now.corrections !== corrections || now.retiredAt !== undefined) continue;
      windows += 1;
      rows += now.total ?? 0;
      differences.push(...found.map((difference) => ({ workspace, board, window: key, ...difference })));
      onProgress((index + 1) / all.length, rows);
    }
    return { windows, rows, differences };
  }

  private add(window: FinalWindow): void {
    const { workspace, board, window: key, closesAt } = window.document;
    const boards = this.windows.get(workspace) ?? new Map<string, Map<string, FinalWindow>>();
    const windows = boards.get(board) ?? new Map<string, FinalWindow>();
    this.windows.set(workspace, boards.set(board, windows.set(key, window)));
    const times = this.closings.get(workspace);
    if (times) times.push(closesAt);
    else this.closings.set(workspace, [closesAt]);
  }

  /** Whether some window closed in (since, until]. */
  private hasClosed(workspace: string, since: number, until: number): boolean {
    const times = this.closings.get(workspace) ?? [];
    let [low, high] = [0, times.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((times[middle] ?? Infinity) > since) high = middle;
      else low = middle + 1;
    }
    return (times[low] ?? Number.NaN) <= until;
  }

  private get documents() {
    return this.db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION);
  }
}
