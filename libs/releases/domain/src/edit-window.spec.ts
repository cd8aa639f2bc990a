import { findWindow } from '@laurel/leaderboards-domain';
import { type WindowChange, checkWindowEnd, withWindowEnd } from './edit-window.js';
import type { BoardDraft, ProgramDocument } from './program.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const at = (text: string): number => Date.parse(text);
const BOARD: BoardDraft = {
  key: 'top',
  source: { stat: 'points' },
  aggregation: 'sum',
  order: 'desc',
  windows: [
    { kind: 'all' },
    { kind: 'weekly' },
    { kind: 'season', key: 'autumn', start: '2026-09-01T00:00:00Z', end: '2026-12-01T00:00:00Z' },
  ],
};
const programOf = (board: BoardDraft): ProgramDocument => ({ stats: [], rules: [], leaderboards: [board] });

const check = (window: string, end: string | null, board = BOARD) => {
  const found = checkWindowEnd(board, { board: 'top', window, end: end === null ? null : at(end) }, NOW);
  return found.ok ? found.value : `${found.error.code} ${found.error.errors?.[0]?.rule ?? ''}`.trim();
};
/** The board after an edit that was checked. */
function edit(window: string, end: string | null, board = BOARD): BoardDraft {
  const change: WindowChange = { board: 'top', window, end: end === null ? null : at(end) };
  const checked = checkWindowEnd(board, change, NOW);
  if (!checked.ok) throw new Error(checked.error.detail);
  const [edited] = withWindowEnd(programOf(board), change, checked.value, NOW).leaderboards;
  if (!edited) throw new Error('the board is gone');
  return edited;
}
const endOf = (board: BoardDraft, window: string) => findWindow(board, window)?.end;

describe('another end of a window', () => {
  it('is now, or a time within a window that runs or is still to come', () => {
    expect(check('2026-W47', null)).toBe(NOW);
    expect(check('2026-W47', '2026-11-21T00:00:00Z')).toBe(at('2026-11-21T00:00:00Z'));
    expect(check('2026-W48', '2026-11-24T00:00:00Z')).toBe(at('2026-11-24T00:00:00Z'));
    expect(check('autumn', '2027-01-01T00:00:00Z')).toBe(at('2027-01-01T00:00:00Z'));
  });

  it.each([
    ['2026-W47', '2026-11-20T11:59:59Z', 'releases.invalid_window_end future'],
    ['2026-W47', '2026-11-24T00:00:00Z', 'releases.invalid_window_end within'],
    ['2026-W48', '2026-11-22T00:00:00Z', 'releases.invalid_window_end after-start'],
    ['2026-W48', null, 'releases.invalid_window_end after-start'],
    ['all', null, 'releases.invalid_window_end bounded'],
    ['2026-W46', null, 'releases.window_over'],
    ['2026-W99', null, 'releases.window_not_found'],
  ])('of %s is not %s: %s', (window, end, refusal) => {
    expect(check(window, end)).toBe(refusal);
  });

  it('is written beside the definition, so that only this window is another', () => {
    const edited = edit('2026-W47', '2026-11-21T00:00:00Z');
    expect(edited.windowEdits).toEqual([{ window: '2026-W47', end: '2026-11-21T00:00:00.000Z' }]);
    expect(endOf(edited, '2026-W47')).toBe(at('2026-11-21T00:00:00Z'));
    expect(endOf(edited, '2026-W48')).toBe(endOf(BOARD, '2026-W48'));
  });

  it('can be taken back while the window runs', () => {
    const edited = edit('2026-W47', '2026-11-21T00:00:00Z');
    expect(edit('2026-W47', '2026-11-22T00:00:00Z', edited).windowEdits).toHaveLength(1);
    expect(edit('2026-W47', '2026-11-23T00:00:00Z', edited)).toEqual(BOARD);
    expect(check('2026-W47', null, edit('2026-W47', null))).toBe('releases.window_over');
  });

  it('of a season is written into it where it is later, and beside it where it is earlier', () => {
    const later = edit('autumn', '2027-01-01T00:00:00Z', edit('autumn', '2026-11-21T00:00:00Z'));
    expect(later).not.toHaveProperty('windowEdits');
    expect(later.windows[2]).toMatchObject({ end: '2027-01-01T00:00:00.000Z' });
    expect(edit('autumn', null).windows).toEqual(BOARD.windows);
  });

  it('is forgotten of windows that are closed without it', () => {
    const old = { window: '2026-W40', end: '2026-10-01T00:00:00Z' };
    const graced = { window: '2026-W46', end: '2026-11-12T00:00:00Z' };
    const board: BoardDraft = { ...BOARD, graceSeconds: 7 * 86_400, windowEdits: [old, graced] };
    expect(edit('2026-W47', null, board).windowEdits).toEqual([
      graced,
      { window: '2026-W47', end: '2026-11-20T12:00:00.000Z' },
    ]);
  });

  it('changes nothing of a program without the leaderboard or the window', () => {
    const program = programOf({ ...BOARD, windows: [{ kind: 'all' }] });
    const change = { board: 'top', window: '2026-W47', end: null };
    expect(withWindowEnd(program, change, NOW, NOW)).toEqual(program);
    expect(withWindowEnd(program, { ...change, board: 'other' }, NOW, NOW)).toEqual(program);
  });
});
