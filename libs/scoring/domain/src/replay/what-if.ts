import {
  type BoardWindow,
  compareEntries,
  compareUtf8,
  fixedWindows,
  rankEntries,
  windowHolds,
} from '@laurel/leaderboards-domain';
import type { Player } from '../player.js';
import type { CompiledBoard, Program } from '../program.js';
import { BestOf } from './best-of.js';
import { type EffectTotals, EffectSums } from './effect-totals.js';

/** One row at the top of a window. */
export interface TopRow {
  readonly rank: number;
  readonly playerId: string;
  readonly score: number;
  readonly columns: readonly number[];
  /** ms */
  readonly reachedAt: number;
}

/** The top of one window of one board, best first; a board that one of the programs lacks has no rows there. */
export interface TopChange {
  /** key of the board */
  readonly board: string;
  readonly window: string;
  readonly before: readonly TopRow[];
  readonly after: readonly TopRow[];
}

/** What another program would have left a player with. */
export interface Mover {
  readonly playerId: string;
  readonly before: number;
  readonly after: number;
}

/** The players who would gain or lose most of one thing. */
export interface Movement {
  readonly kind: 'currency' | 'stat';
  readonly key: string;
  readonly gains: readonly Mover[];
  readonly losses: readonly Mover[];
}

/** What the same events led to under the programs of their time (`before`), and under another one (`after`). */
export interface WhatIf {
  readonly before: EffectTotals;
  readonly after: EffectTotals;
  readonly tops: readonly TopChange[];
  readonly movements: readonly Movement[];
}

interface Measure {
  readonly kind: Movement['kind'];
  readonly key: string;
  readonly gains: BestOf<Mover>;
  readonly losses: BestOf<Mover>;
}

/** Gathers a `WhatIf` from players one by one, in any order: the answer is the same. */
export class WhatIfSummary {
  readonly before = new EffectSums();
  readonly after = new EffectSums();
  private readonly measures = new Map<string, Measure>();
  private readonly tops: readonly TopOfWindow[];

  /**
   * @param size movers of each thing that are kept
   * @param rows of each top that are kept; by default as many
   */
  constructor(
    private readonly programBefore: Program,
    private readonly programAfter: Program,
    private readonly size: number,
    rows = size,
  ) {
    this.tops = [...topsOf(programBefore, 'before', rows), ...topsOf(programAfter, 'after', rows)];
  }

  /** A player as the events leave it under either; the same object when nothing concerned it. */
  addPlayer(before: Player, after: Player): void {
    for (const top of this.tops) top.add(top.side === 'before' ? before : after);
    if (before === after) return;
    for (const currency of new Set([...before.balances.keys(), ...after.balances.keys()])) {
      this.addMover('currency', currency, {
        playerId: before.playerId,
        before: before.balances.get(currency) ?? 0,
        after: after.balances.get(currency) ?? 0,
      });
    }
    for (const stat of new Set([...this.programBefore.stats.keys(), ...this.programAfter.stats.keys()])) {
      this.addMover('stat', stat, {
        playerId: before.playerId,
        before: statOf(this.programBefore, before, stat),
        after: statOf(this.programAfter, after, stat),
      });
    }
  }

  get result(): WhatIf {
    return {
      before: this.before,
      after: this.after,
      tops: this.topChanges(),
      movements: Array.from(this.measures.values(), ({ kind, key, gains, losses }) => ({
        ...{ kind, key },
        ...{ gains: gains.list, losses: losses.list },
      })),
    };
  }

  private topChanges(): TopChange[] {
    const changes = new Map<string, TopChange>();
    for (const { side, board, window, rows } of this.tops) {
      const key = `${board} ${window}`;
      const change = changes.get(key) ?? { board, window, before: [], after: [] };
      changes.set(key, { ...change, [side]: rows });
    }
    return [...changes.values()];
  }

  private addMover(kind: Movement['kind'], key: string, mover: Mover): void {
    if (mover.before === mover.after) return;
    const id = `${kind} ${key}`;
    const measure = this.measures.get(id) ?? {
      kind,
      key,
      gains: new BestOf<Mover>(this.size, (left, right) => gainOf(right) - gainOf(left) || byId(left, right)),
      losses: new BestOf<Mover>(this.size, (left, right) => gainOf(left) - gainOf(right) || byId(left, right)),
    };
    this.measures.set(id, measure);
    (gainOf(mover) > 0 ? measure.gains : measure.losses).add(mover);
  }
}

const gainOf = ({ before, after }: Mover): number => after - before;

const byId = (left: { readonly playerId: string }, right: { readonly playerId: string }): number =>
  compareUtf8(left.playerId, right.playerId);

const statOf = (program: Program, player: Player, key: string): number =>
  player.stats.get(program.stats.get(key)?.id ?? '')?.value ?? 0;

class TopOfWindow {
  readonly board: string;
  readonly window: string;
  private readonly best: BestOf<Omit<TopRow, 'rank'>>;

  constructor(
    readonly side: 'before' | 'after',
    private readonly compiled: CompiledBoard,
    private readonly of: BoardWindow,
    size: number,
  ) {
    this.board = compiled.definition.key;
    this.window = of.key;
    this.best = new BestOf(size, (left, right) => compareEntries(compiled.definition, left, right));
  }

  add(player: Player): void {
    const entry = player.boards.get(this.compiled.id)?.get(this.window);
    // A season of the same key that was dropped before may have left an entry.
    if (!entry || !windowHolds(this.of, entry.reachedAt)) return;
    const { score, columns, reachedAt } = entry;
    this.best.add({ playerId: player.playerId, score, columns, reachedAt });
  }

  get rows(): readonly TopRow[] {
    return rankEntries(this.compiled.definition, this.best.list);
  }
}

const topsOf = (program: Program, side: 'before' | 'after', size: number): TopOfWindow[] =>
  Array.from(program.boards.values()).flatMap((board) =>
    fixedWindows(board.definition).map((window) => new TopOfWindow(side, board, window, size)),
  );
