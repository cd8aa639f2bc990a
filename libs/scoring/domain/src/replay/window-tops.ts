import {
  type BoardWindow,
  compareEntries,
  findWindow,
  fixedWindows,
  isRanked,
  rankEntries,
  windowHolds,
} from '@laurel/leaderboards-domain';
import type { Player } from '../player.js';
import type { CompiledBoard, Program } from '../program.js';
import { BestOf } from './best-of.js';

/** One row at the top of a window. */
export interface TopRow {
  readonly rank: number;
  readonly playerId: string;
  readonly score: number;
  readonly columns: readonly number[];
  /** ms */
  readonly reachedAt: number;
}

/** The top of one window of one board, best first. */
export interface WindowTop {
  /** key of the board */
  readonly board: string;
  readonly window: BoardWindow;
  readonly rows: readonly TopRow[];
}

/** Of the windows of one definition that recur, as many are told as have entries, and no more than the latest of these. */
export const MAX_TOPS_OF_SERIES = 12;

/** Gathers the tops of all windows of a program from players one by one, in any order: the answer is the same. */
export class WindowTops {
  private readonly boards: readonly TopsOfBoard[];

  /** @param size rows of each top that are kept */
  constructor(program: Program, size: number) {
    this.boards = Array.from(program.boards.values(), (board) => new TopsOfBoard(board, size));
  }

  add(player: Player): void {
    for (const board of this.boards) board.add(player);
  }

  /** By board, then definition, then time. */
  get tops(): readonly WindowTop[] {
    return this.boards.flatMap((board) => board.tops);
  }
}

class TopsOfBoard {
  /** By name of the definition, then key of the window. */
  private readonly series: ReadonlyMap<string, Map<string, TopOfWindow>>;

  constructor(
    private readonly board: CompiledBoard,
    private readonly size: number,
  ) {
    this.series = new Map(board.windows.map(({ name }) => [name, new Map<string, TopOfWindow>()]));
    for (const window of fixedWindows(board.definition)) this.make(window);
  }

  add(player: Player): void {
    for (const [key, entry] of player.boards.get(this.board.id) ?? []) {
      if (!isRanked(this.board.definition, entry)) continue;
      const window = findWindow(this.board.definition, key);
      // A season of the same key that was dropped before may have left an entry.
      if (!window || !windowHolds(window, entry.reachedAt)) continue;
      const { score, columns, reachedAt } = entry;
      this.topOf(window)?.best.add({ playerId: player.playerId, score, columns, reachedAt });
    }
  }

  get tops(): readonly WindowTop[] {
    const { definition } = this.board;
    return Array.from(this.series.values()).flatMap((tops) =>
      Array.from(tops.values())
        .sort((left, right) => startOf(left.window) - startOf(right.window))
        .map(({ window, best }) => ({ board: definition.key, window, rows: rankEntries(definition, best.list) })),
    );
  }

  /** @returns undefined for a window that as many later ones put aside */
  private topOf(window: BoardWindow): TopOfWindow | undefined {
    const tops = this.series.get(window.name);
    const known = tops?.get(window.key);
    if (!tops || known || tops.size < MAX_TOPS_OF_SERIES) return known ?? this.make(window);
    const earliest = Array.from(tops.values()).reduce((first, next) =>
      startOf(next.window) < startOf(first.window) ? next : first,
    );
    if (startOf(window) < startOf(earliest.window)) return undefined;
    tops.delete(earliest.window.key);
    return this.make(window);
  }

  private make(window: BoardWindow): TopOfWindow {
    const { definition } = this.board;
    const size = Math.min(this.size, definition.sizeLimit ?? this.size);
    const best = new BestOf<Omit<TopRow, 'rank'>>(size, (left, right) => compareEntries(definition, left, right));
    const top = { window, best };
    this.series.get(window.name)?.set(window.key, top);
    return top;
  }
}

interface TopOfWindow {
  readonly window: BoardWindow;
  readonly best: BestOf<Omit<TopRow, 'rank'>>;
}

const startOf = ({ start }: BoardWindow): number => start ?? Number.NEGATIVE_INFINITY;
