import type { BoardDefinition } from './board.js';
import { boardLayout } from './board-layout.js';

const SEASON = { kind: 'season', key: 'spring', start: '2026-03-01T00:00:00Z', end: '2026-06-01T00:00:00Z' } as const;

const BOARD: BoardDefinition = {
  key: 'top',
  incarnation: 1,
  source: { stat: 'points' },
  aggregation: 'sum',
  order: 'desc',
  ties: { columns: [{ stat: 'goals', order: 'desc' }], then: 'shared' },
  windows: [{ kind: 'all' }, { kind: 'daily', resetAt: '06:00', timeZone: 'Europe/Berlin' }, SEASON],
};

const layoutWith = (more: Partial<BoardDefinition>): string => boardLayout({ ...BOARD, ...more });

describe('the layout of a board', () => {
  it('is the same for the same definition, in whatever order it says things', () => {
    const [all, , season] = BOARD.windows;
    const daily = { timeZone: 'Europe/Berlin', resetAt: '06:00', kind: 'daily' } as const;

    expect(boardLayout({ ...BOARD })).toBe(boardLayout(BOARD));
    expect(layoutWith({ windows: [all ?? SEASON, daily, season ?? SEASON] })).toBe(boardLayout(BOARD));
    expect(boardLayout(BOARD)).toMatch(/^[0-9a-f]{8}$/);
  });

  it('is another one where rows are written, chosen or placed in another way', () => {
    const others: Partial<BoardDefinition>[] = [
      { order: 'asc' },
      { source: { stat: 'points', bounds: { min: 0, max: 9 } } },
      { ties: { ...BOARD.ties, then: 'first_to_reach' } },
      { ties: { columns: [], then: 'shared' } },
      { numbering: 'dense' },
      { numbering: 'ordinal' },
      { minScore: 0 },
      { splits: [{ key: 'country', attributes: ['country'] }] },
      { windows: [{ kind: 'all' }] },
      { windows: [{ ...SEASON, end: '2026-07-01T00:00:00Z' }] },
      { windowEdits: [{ window: '2026-11-20', end: '2026-11-20T12:00:00Z' }] },
    ];

    expect(new Set([BOARD, ...others].map(layoutWith)).size).toBe(others.length + 1);
  });

  it('is the same where only entries, their closing or who may read them differ', () => {
    const others: Partial<BoardDefinition>[] = [
      { aggregation: 'best' },
      { numbering: 'competition' },
      { graceSeconds: 60 },
      { sizeLimit: 10 },
      { attempts: { max: 3 } },
      { joining: 'opt_in' },
      { serverOnly: true },
      { windows: BOARD.windows.map((window) => (window.kind === 'season' ? { ...window, since: 5 } : window)) },
    ];

    expect(new Set([BOARD, ...others].map(layoutWith)).size).toBe(1);
  });
});
