import { toIso } from '@laurel/kernel';
import { previewWindows } from './preview-windows.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const starts = (windows: readonly unknown[], most = 2): string[] => {
  const preview = previewWindows({ windows }, NOW, most);
  if (!preview.ok) throw new Error(preview.error.detail);
  return preview.value.upcoming.map(({ key, start }) => `${key} ${start === null ? 'ever' : toIso(start)}`);
};

describe('previewing the windows that definitions give', () => {
  it('names the next of each definition, by the clock of its zone', () => {
    expect(starts([{ kind: 'weekly', timeZone: 'Europe/Berlin' }, { kind: 'all' }])).toEqual([
      '2026-W48 2026-11-22T23:00:00.000Z',
      '2026-W49 2026-11-29T23:00:00.000Z',
    ]);
  });

  it('tells which are open now, with their grace', () => {
    const preview = previewWindows({ windows: [{ kind: 'daily' }], graceSeconds: 60 }, NOW, 0);
    expect(preview).toMatchObject({
      ok: true,
      value: { open: [{ key: '2026-11-20', closesAt: Date.parse('2026-11-21T00:01:00Z') }], upcoming: [] },
    });
  });

  it.each<[string, unknown, string, string]>([
    ['an unknown kind', { kind: 'fortnightly' }, '/windows/0/kind', 'enum'],
    ['a zone that is none', { kind: 'daily', timeZone: 'Mars' }, '/windows/0/timeZone', 'time-zone'],
    ['a season that ends before it begins', season('2026-02-01', '2026-01-01'), '/windows/0/end', 'after-start'],
    ['a cron expression that is none', { kind: 'cron', expression: '99 * * * *' }, '/windows/0/expression', 'cron'],
  ])('refuses %s at its place', (_case, window, path, rule) => {
    expect(previewWindows({ windows: [window] }, NOW, 1)).toMatchObject({
      ok: false,
      error: {
        code: 'releases.invalid_resource',
        errors: expect.arrayContaining([expect.objectContaining({ path, rule })]),
      },
    });
  });
});

function season(start: string, end: string): unknown {
  return { kind: 'season', key: 'spring', start: `${start}T00:00:00Z`, end: `${end}T00:00:00Z` };
}
