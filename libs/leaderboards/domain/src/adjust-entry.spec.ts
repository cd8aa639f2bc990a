import { adjustEntry } from './adjust-entry.js';
import type { Entry } from './entry.js';

const BOARD = {
  source: { stat: 'points', bounds: { min: -100, max: 100 } },
  ties: { columns: [{ stat: 'goals', order: 'desc' as const }], then: 'first_to_reach' as const },
};
const WINDOW = { start: 1_000, end: 2_000 };
const ENTRY: Entry = { score: 10, columns: [3], reachedAt: 1_100, by: 'e1', attempts: 2, parts: ['country:br'] };

const adjust = (
  current: Entry | undefined,
  order: object,
  now = 1_500,
  window: { start: number | null; end: number | null } = WINDOW,
) => adjustEntry(BOARD, window, current, { mode: 'add', ...order }, now);

describe('an entry that is adjusted', () => {
  it('has what is added to it, and all else as it was', () => {
    expect(adjust(ENTRY, { score: -4 })).toEqual({ ok: true, value: { ...ENTRY, score: 6 } });
    expect(adjust(ENTRY, { columns: { goals: 2 } })).toEqual({ ok: true, value: { ...ENTRY, columns: [5] } });
  });

  it('has what is set in the place of what was there', () => {
    const order = { mode: 'set', score: 7, columns: { goals: 0 } };
    expect(adjust(ENTRY, order)).toEqual({ ok: true, value: { ...ENTRY, score: 7, columns: [0] } });
  });

  it('is no sum of nothing but zeros any more, and stays hidden where it was', () => {
    expect(adjust({ score: 0, columns: [0], reachedAt: 1_100, idle: true, hidden: true }, { score: 5 })).toEqual({
      ok: true,
      value: { score: 5, columns: [0], reachedAt: 1_100, hidden: true },
    });
  });

  it.each([
    ['now', 1_500, WINDOW, 1_500],
    ['at the first moment of a window that has not begun', 500, WINDOW, 1_000],
    ['at the last moment of a window that takes late results', 2_500, WINDOW, 1_999],
    ['now, where the window has no bounds', 2_500, { start: null, end: null }, 2_500],
  ])('begins, where there was none, as reached %s', (_, now, window, reachedAt) => {
    expect(adjust(undefined, { score: 5 }, now, window)).toEqual({
      ok: true,
      value: { score: 5, columns: [0], reachedAt },
    });
  });

  it('begins from nothing where the player joined and has no result yet', () => {
    expect(adjust({ score: 99, columns: [], reachedAt: 1_000, awaiting: true, parts: ['x'] }, { score: 5 })).toEqual({
      ok: true,
      value: { score: 5, columns: [0], reachedAt: 1_500, parts: ['x'] },
    });
  });

  it.each([
    [{ score: Number.MAX_SAFE_INTEGER }, 'overflow'],
    [{ columns: { goals: Number.MAX_SAFE_INTEGER } }, 'overflow'],
    [{ score: 91 }, 'bounds'],
    [{ mode: 'set', score: -101 }, 'bounds'],
  ])('stays as it was for %j', (order, error) => {
    expect(adjust(ENTRY, order)).toEqual({ ok: false, error });
  });
});
