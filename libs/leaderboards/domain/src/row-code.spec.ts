import fc from 'fast-check';
import type { BoardDefinition } from './board.js';
import { compareEntries, compareUtf8 } from './ranking.js';
import {
  decodeNumber,
  decodeRow,
  encodeNumber,
  encodeRow,
  memberOfRow,
  playerOfMember,
  toRedisScore,
} from './row-code.js';

const safeInteger = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const order = fc.constantFrom('asc' as const, 'desc' as const);
const shape = fc.record({
  order,
  ties: fc.record({
    columns: fc.array(fc.record({ stat: fc.constant('s'), order }), { maxLength: 3 }),
    then: fc.constantFrom('first_to_reach' as const, 'shared' as const),
  }),
});
const row = fc.record({
  score: fc.oneof(safeInteger, fc.integer({ min: -2, max: 2 })),
  columns: fc.array(fc.oneof(safeInteger, fc.integer({ min: -1, max: 1 })), { minLength: 3, maxLength: 3 }),
  reachedAt: fc.oneof(fc.nat(), fc.integer({ min: 0, max: 2 })),
  playerId: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
});
type Shape = Pick<BoardDefinition, 'order' | 'ties'>;
const cut = (board: Shape, entry: { columns: number[] }) => entry.columns.slice(0, board.ties.columns.length);

describe('a number in a row code', () => {
  it('keeps its order in bytes, over all safe integers', () => {
    fc.assert(
      fc.property(safeInteger, safeInteger, (left, right) => {
        expect(Math.sign(compareUtf8(encodeNumber(left), encodeNumber(right)))).toBe(Math.sign(left - right));
      }),
    );
  });

  it.each([0, 1, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 30, -(2 ** 30), 2 ** 30 - 1])(
    'is read back as %d',
    (value) => {
      expect(decodeNumber(encodeNumber(value))).toBe(value);
      expect(encodeNumber(value)).toHaveLength(9);
    },
  );
});

describe('a row code', () => {
  it('gives back player, columns and time', () => {
    fc.assert(
      fc.property(shape, row, (board, entry) => {
        const columns = cut(board, entry).map((column) => column + 0);
        const { playerId, reachedAt } = entry;
        expect(decodeRow(board, encodeRow(board, playerId, entry))).toEqual({ playerId, columns, reachedAt });
      }),
    );
  });

  it('orders members with equal scores as the board orders its rows', () => {
    fc.assert(
      fc.property(shape, row, row, (board, left, right) => {
        const [mine, theirs] = [left, { ...right, score: left.score }].map((entry) => ({
          ...entry,
          columns: cut(board, entry),
        }));
        const member = (entry: typeof left) => memberOfRow(board, encodeRow(board, entry.playerId, entry));
        if (!mine || !theirs) throw new Error('two rows');
        expect(Math.sign(compareUtf8(member(mine), member(theirs)))).toBe(
          Math.sign(compareEntries(board, mine, theirs)),
        );
        expect(playerOfMember(board, member(mine))).toBe(mine.playerId);
      }),
    );
  });

  it('writes the better score as the smaller one, and never minus zero', () => {
    expect(toRedisScore({ order: 'desc' }, 5)).toBe(-5);
    expect(toRedisScore({ order: 'asc' }, 5)).toBe(5);
    expect(Object.is(toRedisScore({ order: 'desc' }, 0), 0)).toBe(true);
  });
});
