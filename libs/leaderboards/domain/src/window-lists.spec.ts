import type { BoardDefinition } from './board.js';
import { nextWindows, openWindows } from './window-lists.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const at = (text: string): number => Date.parse(text);
const board = (shape: Partial<BoardDefinition>) => ({ windows: [{ kind: 'daily' as const }], ...shape });
const keys = (windows: readonly { readonly key: string }[]) => windows.map(({ key }) => key);

describe('the windows of a board that are open', () => {
  it('are one of each definition where there is no grace', () => {
    const windows = [
      { kind: 'all' as const },
      { kind: 'daily' as const },
      { kind: 'weekly' as const },
      { kind: 'season' as const, key: 'next', start: '2027-01-01T00:00:00Z', end: '2027-06-01T00:00:00Z' },
    ];
    expect(keys(openWindows({ windows }, NOW))).toEqual(['all', '2026-11-20', '2026-W47']);
  });

  it('are those in their grace too, to the millisecond', () => {
    const graced = board({ graceSeconds: 36 * 3_600 });
    expect(keys(openWindows(graced, NOW - 1))).toEqual(['2026-11-18', '2026-11-19', '2026-11-20']);
    expect(keys(openWindows(graced, NOW))).toEqual(['2026-11-19', '2026-11-20']);
  });

  it('are those of history that never close', () => {
    const season = { kind: 'season' as const, key: 'old', start: '2014-08-01T00:00:00Z', end: '2015-06-01T00:00:00Z' };
    expect(keys(openWindows({ windows: [season] }, NOW))).toEqual(['old']);
    expect(keys(openWindows({ windows: [{ ...season, since: at('2015-01-01T00:00:00Z') }] }, NOW))).toEqual([]);
  });

  it('are none between two, nor of one that was ended', () => {
    const cron = { kind: 'cron' as const, expression: '0 18 * * *', durationSeconds: 3_600 };
    expect(keys(openWindows({ windows: [cron] }, NOW))).toEqual([]);
    expect(keys(openWindows({ windows: [cron], graceSeconds: 18 * 3_600 }, NOW))).toHaveLength(1);
    const windowEdits = [{ window: '2026-11-20', end: '2026-11-20T10:00:00Z' }];
    expect(keys(openWindows(board({ windowEdits }), NOW))).toEqual([]);
  });
});

describe('the windows of a board that come next', () => {
  it('are so many of each definition, as they will be', () => {
    const windows = [{ kind: 'all' as const }, { kind: 'weekly' as const }, { kind: 'monthly' as const }];
    expect(keys(nextWindows({ windows }, NOW, 2))).toEqual(['2026-W48', '2026-W49', '2026-12', '2027-01']);
  });

  it('are fewer where a definition ends, or has one alone', () => {
    const season = { kind: 'season' as const, key: 'next', start: '2027-01-01T00:00:00Z', end: '2027-06-01T00:00:00Z' };
    const windows = [{ kind: 'daily' as const, to: '2026-11-22T12:00:00Z' }, season];
    expect(keys(nextWindows({ windows }, NOW, 10))).toEqual(['2026-11-21', '2026-11-22', 'next']);
  });
});
