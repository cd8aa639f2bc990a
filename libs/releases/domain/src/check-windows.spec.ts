import { validateProgram } from './validate-program.js';

const SEASON = { kind: 'season', key: 'summer', start: '2026-06-01T00:00:00Z', end: '2026-09-01T00:00:00Z' };

function problemsOf(windows: readonly object[], more: object = {}): string[] {
  const board = { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows, ...more };
  const result = validateProgram({ stats: [{ key: 'points', aggregation: 'sum' }], rules: [], leaderboards: [board] });
  return result.ok ? [] : (result.error.errors ?? []).map(({ path, rule }) => `${path} ${rule}`);
}

describe('the windows of a leaderboard', () => {
  it.each([
    ['a year', { kind: 'yearly' }, '2026'],
    ['a month', { kind: 'monthly' }, '2026-11'],
    ['a day', { kind: 'daily', timeZone: 'Asia/Tokyo' }, '2026-11-20'],
  ])('are refused where a season is called as %s of theirs', (_, recurring, key) => {
    expect(problemsOf([recurring, { ...SEASON, key }])).toEqual(['/leaderboards/0/windows/1/key unique']);
  });

  it('are refused where a name is the key of another one', () => {
    expect(problemsOf([{ kind: 'hourly', name: '2026' }, { kind: 'yearly' }])).toEqual([
      '/leaderboards/0/windows/0/name unique',
    ]);
  });

  it.each([
    ['a season that no month is called as', [{ kind: 'monthly' }, { ...SEASON, key: '2026-27' }]],
    [
      'a season beside months that have a name',
      [
        { kind: 'monthly', name: 'm' },
        { ...SEASON, key: '2026-11' },
      ],
    ],
    ['one of each kind', [{ kind: 'all' }, { kind: 'yearly' }, { kind: 'monthly' }, { kind: 'weekly' }, SEASON]],
  ])('may be %s', (_, windows) => {
    expect(problemsOf(windows)).toEqual([]);
  });

  it('are refused for a cron expression of certain years: the last of them would end never', () => {
    expect(problemsOf([{ kind: 'cron', expression: '0 0 0 1 1 * 2030-2031' }])).toEqual([
      '/leaderboards/0/windows/0/expression cron',
    ]);
  });

  it.each([
    ['a window that it has', '2026-W47', '2026-11-18T00:00:00Z', []],
    ['a season', 'summer', '2026-08-01T00:00:00Z', []],
    ['a window that it has not', '2026-11', '2026-11-18T00:00:00Z', ['window reference']],
    ['the name of a kind', 'weekly', '2026-11-18T00:00:00Z', ['window reference']],
    ['all time', 'all', '2026-11-18T00:00:00Z', ['window bounded']],
    ['nothing that is left of a window', '2026-W47', '2026-11-16T00:00:00Z', ['end after-start']],
    ['a later end', 'summer', '2026-09-01T00:00:01Z', ['end within']],
    ['a time that is none', 'summer', '2026-08-32T00:00:00Z', ['end date-time']],
  ])('may be edited, or not, to %s', (_, window, end, problems) => {
    const found = problemsOf([{ kind: 'all' }, { kind: 'weekly' }, SEASON], { windowEdits: [{ window, end }] });

    expect(found).toEqual(problems.map((problem) => `/leaderboards/0/windowEdits/0/${problem}`));
  });

  it('are edited once each', () => {
    const edit = { window: 'summer', end: '2026-08-01T00:00:00Z' };

    expect(problemsOf([SEASON], { windowEdits: [edit, edit] })).toEqual([
      '/leaderboards/0/windowEdits/1/window unique',
    ]);
  });
});
