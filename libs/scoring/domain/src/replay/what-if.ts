import { compareUtf8 } from '@laurel/leaderboards-domain';
import type { Player } from '../player.js';
import type { Program } from '../program.js';
import { BestOf } from './best-of.js';
import { type EffectTotals, EffectSums } from './effect-totals.js';
import { MAX_TOPS_OF_SERIES, type TopRow, type WindowTop, WindowTops } from './window-tops.js';

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
  private readonly topsBefore: WindowTops;
  private readonly topsAfter: WindowTops;

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
    this.topsBefore = new WindowTops(programBefore, rows);
    this.topsAfter = new WindowTops(programAfter, rows);
  }

  /** A player as the events leave it under either; the same object when nothing concerned it. */
  addPlayer(before: Player, after: Player): void {
    this.topsBefore.add(before);
    this.topsAfter.add(after);
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
      tops: topChanges(this.topsBefore.tops, this.topsAfter.tops),
      movements: Array.from(this.measures.values(), ({ kind, key, gains, losses }) => ({
        ...{ kind, key },
        ...{ gains: gains.list, losses: losses.list },
      })),
    };
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

interface TopsOfWindow extends Pick<TopChange, 'before' | 'after'> {
  readonly top: WindowTop;
}

/** Either side has all of the latest windows of both, so that a top that one lacks has no rows there. */
function topChanges(before: readonly WindowTop[], after: readonly WindowTop[]): TopChange[] {
  const byWindow = new Map<string, TopsOfWindow>();
  for (const [side, tops] of [['before', before] as const, ['after', after] as const]) {
    for (const top of tops) {
      const key = `${top.board} ${top.window.key}`;
      const change = byWindow.get(key) ?? { top, before: [], after: [] };
      byWindow.set(key, { ...change, [side]: top.rows });
    }
  }
  const series = new Map<string, TopsOfWindow[]>();
  for (const change of byWindow.values()) {
    const name = `${change.top.board} ${change.top.window.name}`;
    series.set(name, [...(series.get(name) ?? []), change]);
  }
  return Array.from(series.values()).flatMap((changes) =>
    changes
      .sort((left, right) => (left.top.window.start ?? 0) - (right.top.window.start ?? 0))
      .slice(-MAX_TOPS_OF_SERIES)
      .map(({ top, ...sides }) => ({ board: top.board, window: top.window.key, ...sides })),
  );
}
