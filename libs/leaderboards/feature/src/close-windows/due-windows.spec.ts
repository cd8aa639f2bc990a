import { type WindowDefinition, windowsOf } from '@laurel/leaderboards-domain';
import { dueWindows, firstClosedTo, openWindows } from './due-windows.js';

const at = (text: string): number => Date.parse(text);
const series = (window: WindowDefinition, graceSeconds = 0) => {
  const [first] = windowsOf({ windows: [window], graceSeconds });
  if (!first) throw new Error('a definition has a series');
  return first;
};
const keys = (windows: readonly { readonly key: string }[]) => windows.map(({ key }) => key);

describe('windows that are due', () => {
  it('are those whose end and grace have passed, one after the other', () => {
    const due = dueWindows(series({ kind: 'hourly' }, 600), at('2026-03-02T06:00:00Z'), at('2026-03-02T09:10:00Z'));

    expect(due.windows.map(({ end }) => new Date(end).toISOString().slice(11, 16))).toEqual([
      '07:00',
      '08:00',
      '09:00',
    ]);
    expect(due).toMatchObject({ closedTo: at('2026-03-02T09:00:00Z'), dueAt: at('2026-03-02T10:10:00Z') });
  });

  it('are as many as wanted: the rest is due still', () => {
    const hourly = series({ kind: 'hourly' });
    const due = dueWindows(hourly, at('2026-03-02T06:00:00Z'), at('2026-03-02T20:00:00Z'), 2);

    expect(due.windows).toHaveLength(2);
    expect(due).toMatchObject({ closedTo: at('2026-03-02T08:00:00Z'), dueAt: at('2026-03-02T09:00:00Z') });
  });

  it.each([
    ['of 23 hours', '2026-03-29', '2026-03-29T22:00:00Z', 23],
    ['of 25 hours', '2026-10-25', '2026-10-25T23:00:00Z', 25],
  ])('are one where clocks change: the day %s', (_, key, end, hours) => {
    const daily = series({ kind: 'daily', timeZone: 'Europe/Berlin' });
    const due = dueWindows(daily, at(end) - hours * 3_600_000, at(end));

    expect(keys(due.windows)).toEqual([key]);
    expect(due.closedTo).toBe(at(end));
  });

  it('are none of all time, nor of a season that was over when it was published', () => {
    const over = { kind: 'season', key: '2014', start: '2014-01-01T00:00:00Z', end: '2015-01-01T00:00:00Z' } as const;

    expect(dueWindows(series({ kind: 'all' }), 0, Infinity)).toMatchObject({ windows: [], dueAt: null });
    expect(dueWindows(series({ ...over, since: at('2016-01-01T00:00:00Z') }), 0, Infinity)).toMatchObject({
      windows: [],
      dueAt: null,
    });
  });

  it('are a season once, and nothing after it', () => {
    const season = series({
      kind: 'season',
      key: 's',
      start: '2026-03-01T00:00:00Z',
      end: '2026-04-01T00:00:00Z',
      since: 1,
    });
    const due = dueWindows(season, at('2026-02-01T00:00:00Z'), at('2026-04-01T00:00:00Z'));

    expect(keys(due.windows)).toEqual(['s']);
    expect(due.dueAt).toBeNull();
    expect(dueWindows(season, due.closedTo, Infinity).windows).toEqual([]);
  });

  it('begin with the one that took results when its series was published', () => {
    const publishedAt = at('2026-03-02T00:30:00Z');
    const graced = series({ kind: 'daily' }, 3_600);

    const from = firstClosedTo({ graceSeconds: 3_600 }, publishedAt);

    expect(keys(dueWindows(graced, from, at('2026-03-03T01:00:00Z')).windows)).toEqual(['2026-03-01', '2026-03-02']);
  });
});

describe('windows that are open', () => {
  it('are those that have begun, with those whose grace runs', () => {
    const graced = series({ kind: 'daily' }, 86_400);

    expect(keys(openWindows(graced, at('2026-03-01T00:00:00Z'), at('2026-03-02T12:00:00Z')))).toEqual([
      '2026-03-01',
      '2026-03-02',
    ]);
  });

  it('are none before the first has begun', () => {
    const later = series({ kind: 'daily', from: '2026-05-01T00:00:00Z' });

    expect(openWindows(later, at('2026-03-01T00:00:00Z'), at('2026-03-02T00:00:00Z'))).toEqual([]);
  });
});
