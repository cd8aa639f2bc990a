import type { BoardDefinition, Bounds, Order } from './board.js';
import type { Entry } from './entry.js';
import { NUMBER_WIDTH, decodeNumber, encodeNumber } from './row-code.js';
import type { WindowBounds } from './window.js';

type Shape = Pick<BoardDefinition, 'order' | 'source' | 'ties'>;
type Placed = Pick<Entry, 'score' | 'columns' | 'reachedAt'>;

/** Where a sorted set puts an entry: the member is the prefix with the player id behind it. */
export interface RankPlace {
  readonly score: number;
  readonly prefix: string;
}

/** What a sorted set tells of an entry. */
export interface ReadPlace {
  readonly playerId: string;
  readonly score: number;
  readonly columns: readonly number[];
  /** Null where ties are shared: time plays no part there and is not kept. */
  readonly reachedAt: number | null;
}

/**
 * How the rows of one window are written to a sorted set, so that its order alone is the board's order. Rank 1 is always the
 * smallest score.
 *
 * - **Packed**, where everything that decides places fits 53 bits together: all of it is in the score, and the member is the
 *   player id. Nothing else is kept.
 * - **Prefixed** otherwise: the score is the board's own, and each tie column, then the time, stands in front of the player id as
 *   nine characters whose byte order is the wanted order. Then a player's prefix must be remembered, to find the member.
 */
export interface RankForm {
  /** Characters of a member in front of the player id; 0 means packed. */
  readonly prefixWidth: number;
  /** @throws RangeError for an entry outside the declared bounds or the window */
  place(entry: Placed): RankPlace;
  /** The exact inverse of `place`. */
  read(score: number, member: string): ReadPlace;
  /** Where the rows whose own score is within [min, max] lie, whatever the rest of them: scores of the sorted set, both included. */
  scoreSpan(min: number, max: number): { readonly from: number; readonly to: number };
}

/** The form that a board's declaration gives to one of its windows. A board in another form is another incarnation. */
export function rankForm(board: Shape, window: WindowBounds): RankForm {
  const isBare = board.ties.then === 'shared' && board.ties.columns.length === 0;
  if (isBare) return new PrefixedForm(board);
  const digits = packedDigits(board, window);
  return digits ? new PackedForm(digits, board.ties.then === 'shared') : new PrefixedForm(board);
}

/** One number of a packed score, as a digit from 0 (best) to `size` − 1. */
interface Digit extends Bounds {
  readonly order: Order;
  readonly size: number;
}

/** A double counts exactly to here. */
const LARGEST_PACKED = 2 ** 53;

/** Score, columns and time in the order in which they decide; undefined unless all are bounded and fit together. */
function packedDigits(board: Shape, window: WindowBounds): Digit[] | undefined {
  const { start, end } = window;
  const numbers: { order: Order; bounds: Bounds | undefined }[] = [
    { order: board.order, bounds: board.source.bounds },
    ...board.ties.columns.map(({ order, bounds }) => ({ order, bounds })),
  ];
  if (board.ties.then !== 'shared') {
    const bounds = start === null || end === null ? undefined : { min: start, max: end - 1 };
    numbers.push({ order: timeOrder(board), bounds });
  }
  const digits: Digit[] = [];
  let product = 1;
  for (const { order, bounds } of numbers) {
    if (!bounds) return undefined;
    const size = bounds.max - bounds.min + 1;
    product *= size;
    if (product > LARGEST_PACKED) return undefined;
    digits.push({ ...bounds, order, size });
  }
  return digits;
}

/** Each number is a digit of the score, in a system whose bases are the sizes of the declared ranges. */
class PackedForm implements RankForm {
  readonly prefixWidth = 0;

  constructor(
    private readonly digits: readonly Digit[],
    private readonly isShared: boolean,
  ) {}

  place({ score, columns, reachedAt }: Placed): RankPlace {
    let packed = 0;
    for (const [index, digit] of this.digits.entries()) {
      const isTime = !this.isShared && index === this.digits.length - 1;
      const value = index === 0 ? score : isTime ? reachedAt : (columns[index - 1] ?? 0);
      if (!(value >= digit.min && value <= digit.max)) {
        throw new RangeError(`${value} is not within ${digit.min} and ${digit.max}`);
      }
      packed = packed * digit.size + (digit.order === 'desc' ? digit.max - value : value - digit.min);
    }
    return { score: packed, prefix: '' };
  }

  read(score: number, member: string): ReadPlace {
    const values: number[] = [];
    let rest = score;
    for (const { size, order, min, max } of this.digits.toReversed()) {
      const digit = rest % size;
      values.unshift(order === 'desc' ? max - digit : min + digit);
      rest = (rest - digit) / size;
    }
    const [own = 0, ...others] = values;
    const reachedAt = this.isShared ? null : (others.pop() ?? 0);
    return { playerId: member, score: own, columns: others, reachedAt };
  }

  scoreSpan(min: number, max: number): { from: number; to: number } {
    const [own, ...others] = this.digits;
    if (!own) return { from: 0, to: 0 };
    const below = others.reduce((product, { size }) => product * size, 1);
    // Beyond the bounds they are beyond every row, where they need not be exact.
    const [best, worst] = own.order === 'desc' ? [own.max - max, own.max - min] : [min - own.min, max - own.min];
    return { from: best * below, to: (worst + 1) * below - 1 };
  }
}

/** The board's score; columns and time in front of the player id. With neither there is no prefix, and the form is packed too. */
class PrefixedForm implements RankForm {
  readonly prefixWidth: number;
  private readonly isShared: boolean;

  constructor(private readonly board: Pick<BoardDefinition, 'order' | 'ties'>) {
    this.isShared = board.ties.then === 'shared';
    this.prefixWidth = (board.ties.columns.length + (this.isShared ? 0 : 1)) * NUMBER_WIDTH;
  }

  place({ score, columns, reachedAt }: Placed): RankPlace {
    let prefix = '';
    for (const [index, { order }] of this.board.ties.columns.entries()) {
      prefix += encodeNumber(oriented(order, columns[index] ?? 0));
    }
    if (!this.isShared) prefix += encodeNumber(oriented(timeOrder(this.board), reachedAt));
    return { score: oriented(this.board.order, score), prefix };
  }

  read(score: number, member: string): ReadPlace {
    const numberAt = (index: number): number =>
      decodeNumber(member.slice(index * NUMBER_WIDTH, (index + 1) * NUMBER_WIDTH));
    const { columns } = this.board.ties;
    return {
      playerId: member.slice(this.prefixWidth),
      score: oriented(this.board.order, score),
      columns: columns.map(({ order }, index) => oriented(order, numberAt(index))),
      reachedAt: this.isShared ? null : oriented(timeOrder(this.board), numberAt(columns.length)),
    };
  }

  scoreSpan(min: number, max: number): { from: number; to: number } {
    const { order } = this.board;
    return order === 'desc' ? { from: oriented(order, max), to: oriented(order, min) } : { from: min, to: max };
  }
}

/** Whether the earlier or the later of two is the better. */
const timeOrder = ({ ties }: Pick<BoardDefinition, 'ties'>): Order => (ties.then === 'last_to_reach' ? 'desc' : 'asc');

/** Flips a number where more is better, so that the smaller one is always the better. Undoes itself. Never −0. */
const oriented = (order: Order, value: number): number => (order === 'desc' && value !== 0 ? -value : value);
