import { isOpen, windowHolds } from './window.js';

const at = (text: string): number => Date.parse(text);
const first = { start: at('2024-01-01T00:00:00Z'), end: at('2024-02-01T00:00:00Z') };
const second = { start: at('2024-02-01T00:00:00Z'), end: at('2024-03-01T00:00:00Z') };

describe('a window', () => {
  it('holds its start and not its end, so a time on the boundary belongs to the new window', () => {
    expect(windowHolds(first, second.start)).toBe(false);
    expect(windowHolds(second, second.start)).toBe(true);
    expect(windowHolds(first, second.start - 1)).toBe(true);
  });

  it('of all time holds every time', () => {
    expect(windowHolds({ start: null, end: null }, -1)).toBe(true);
  });

  it('takes results until it closes, and one that never closes always', () => {
    expect(isOpen({ closesAt: 1_000 }, 999)).toBe(true);
    expect(isOpen({ closesAt: 1_000 }, 1_000)).toBe(false);
    expect(isOpen({ closesAt: null }, Number.MAX_SAFE_INTEGER)).toBe(true);
  });
});
