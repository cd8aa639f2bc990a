import type { BoardDefinition } from './board.js';
import type { Entry } from './entry.js';

/**
 * How a row is written to Redis, so that a sorted set alone keeps the board's order.
 *
 * The score is negated under `desc`, so rank 1 is always the smallest. Members with equal scores are ordered by their bytes,
 * so what breaks ties goes in front of the player id: each column and the time as nine characters whose byte order is the
 * wanted order. The **row code** holds columns, time and player; the member is the code, without the time where ties are
 * shared (two equal rows must then differ by nothing but the player).
 */
type RowShape = Pick<BoardDefinition, 'order' | 'ties'>;

/** 64 characters in ascending byte order: six bits each. */
const ALPHABET = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const DIGIT_OF = new Map(Array.from(ALPHABET, (character, digit) => [character, digit]));

/** Characters per number: 54 bits, enough for any safe integer with its sign. */
export const NUMBER_WIDTH = 9;

const LOW = 2 ** 30;
const OFFSET = 2 ** 23;

/** Writes a safe integer so that byte order is numeric order. */
export function encodeNumber(value: number): string {
  const high = Math.floor(value / LOW);
  return digits(high + OFFSET, 4) + digits(value - high * LOW, 5);
}

export function decodeNumber(text: string): number {
  return (undigits(text.slice(0, 4)) - OFFSET) * LOW + undigits(text.slice(4, NUMBER_WIDTH));
}

function digits(value: number, width: number): string {
  let text = '';
  let rest = value;
  for (let index = 0; index < width; index += 1) {
    text = ALPHABET.charAt(rest % 64) + text;
    rest = Math.floor(rest / 64);
  }
  return text;
}

const undigits = (text: string): number =>
  Array.from(text).reduce((value, character) => value * 64 + (DIGIT_OF.get(character) ?? 0), 0);

/** Flips a number where more is better, so that the smaller code is always the better row. Never −0. */
const oriented = (order: 'asc' | 'desc', value: number): number => (order === 'desc' && value !== 0 ? -value : value);

export const toRedisScore = (board: Pick<BoardDefinition, 'order'>, score: number): number =>
  oriented(board.order, score);

/** The same flip undoes itself. */
export const fromRedisScore = toRedisScore;

/** Characters of a row code that hold columns. */
export const columnsWidth = (board: RowShape): number => board.ties.columns.length * NUMBER_WIDTH;

/** Characters of a member in front of the player id. */
export const prefixLength = (board: RowShape): number =>
  columnsWidth(board) + (board.ties.then === 'first_to_reach' ? NUMBER_WIDTH : 0);

export function encodeRow(board: RowShape, playerId: string, entry: Pick<Entry, 'columns' | 'reachedAt'>): string {
  const columns = board.ties.columns.map(({ order }, index) =>
    encodeNumber(oriented(order, entry.columns[index] ?? 0)),
  );
  return columns.join('') + encodeNumber(entry.reachedAt) + playerId;
}

export function decodeRow(board: RowShape, code: string): { playerId: string; columns: number[]; reachedAt: number } {
  const width = columnsWidth(board);
  return {
    columns: board.ties.columns.map(({ order }, index) =>
      oriented(order, decodeNumber(code.slice(index * NUMBER_WIDTH, (index + 1) * NUMBER_WIDTH))),
    ),
    reachedAt: decodeNumber(code.slice(width, width + NUMBER_WIDTH)),
    playerId: code.slice(width + NUMBER_WIDTH),
  };
}

/** The sorted-set member of a row code. */
export function memberOfRow(board: RowShape, code: string): string {
  if (board.ties.then === 'first_to_reach') return code;
  const width = columnsWidth(board);
  return code.slice(0, width) + code.slice(width + NUMBER_WIDTH);
}

/** The player of a sorted-set member. */
export const playerOfMember = (board: RowShape, member: string): string => member.slice(prefixLength(board));
