import fc from 'fast-check';
import { currentWindow, findWindow, windowsHolding, windowsOf } from './board-windows.js';
import type { BoardWindow } from './window.js';
import type { WindowDefinition } from './window-definition.js';
import { windowCronProblem } from './window-periods.js';

const at = (text: string): number => Date.parse(text);
const iso = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());
const shown = (window: BoardWindow | undefined) => window && [window.key, iso(window.start), iso(window.end)];

const only = (window: WindowDefinition) => {
  const [series] = windowsOf({ windows: [window] });
  if (!series) throw new Error('a board without windows');
  return series;
};

const windowAt = (window: WindowDefinition, time: string) => shown(only(window).at(at(time)));

/** The next windows from a time on. */
function next(window: WindowDefinition, from: string, count: number): (readonly (string | null)[] | undefined)[] {
  const found: BoardWindow[] = [];
  let time = at(from);
  while (found.length < count) {
    const following = only(window).from(time);
    if (!following) break;
    found.push(following);
    time = following.end ?? Number.POSITIVE_INFINITY;
  }
  return found.map(shown);
}

describe('the window that holds a time', () => {
  it.each<[string, WindowDefinition, string, readonly (string | null)[]]>([
    [
      'an hour',
      { kind: 'hourly' },
      '2026-11-20T13:59:59.999Z',
      ['2026-11-20T13Z', '2026-11-20T13:00:00.000Z', '2026-11-20T14:00:00.000Z'],
    ],
    [
      'an hour from half past',
      { kind: 'hourly', minute: 30 },
      '2026-11-20T13:15:00Z',
      ['2026-11-20T1230Z', '2026-11-20T12:30:00.000Z', '2026-11-20T13:30:00.000Z'],
    ],
    [
      'a day',
      { kind: 'daily' },
      '2026-11-20T00:00:00Z',
      ['2026-11-20', '2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'],
    ],
    [
      'a day of a zone',
      { kind: 'daily', timeZone: 'America/New_York' },
      '2026-11-20T03:00:00Z',
      ['2026-11-19', '2026-11-19T05:00:00.000Z', '2026-11-20T05:00:00.000Z'],
    ],
    [
      'a day that begins at five',
      { kind: 'daily', resetAt: '05:00' },
      '2026-11-20T04:59:59Z',
      ['2026-11-19', '2026-11-19T05:00:00.000Z', '2026-11-20T05:00:00.000Z'],
    ],
    [
      'a week',
      { kind: 'weekly' },
      '2026-11-20T12:00:00Z',
      ['2026-W47', '2026-11-16T00:00:00.000Z', '2026-11-23T00:00:00.000Z'],
    ],
    [
      'a week from Sunday',
      { kind: 'weekly', weekStart: 'sunday' },
      '2026-11-15T12:00:00Z',
      ['2026-W47', '2026-11-15T00:00:00.000Z', '2026-11-22T00:00:00.000Z'],
    ],
    [
      'the week around new year',
      { kind: 'weekly' },
      '2027-01-02T12:00:00Z',
      ['2026-W53', '2026-12-28T00:00:00.000Z', '2027-01-04T00:00:00.000Z'],
    ],
    [
      'a month',
      { kind: 'monthly' },
      '2026-02-10T00:00:00Z',
      ['2026-02', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    ],
    [
      'a month from the 15th',
      { kind: 'monthly', day: 15 },
      '2026-01-10T00:00:00Z',
      ['2025-12', '2025-12-15T00:00:00.000Z', '2026-01-15T00:00:00.000Z'],
    ],
    [
      'a year',
      { kind: 'yearly', timeZone: 'Asia/Tokyo' },
      '2026-12-31T15:00:00Z',
      ['2027', '2026-12-31T15:00:00.000Z', '2027-12-31T15:00:00.000Z'],
    ],
    [
      'fourteen days',
      { kind: 'every', days: 14, anchor: '2026-11-02' },
      '2026-11-20T00:00:00Z',
      ['14d:2026-11-16', '2026-11-16T00:00:00.000Z', '2026-11-30T00:00:00.000Z'],
    ],
    [
      'fourteen days before the anchor',
      { kind: 'every', days: 14, anchor: '2026-11-02' },
      '2026-11-01T00:00:00Z',
      ['14d:2026-10-19', '2026-10-19T00:00:00.000Z', '2026-11-02T00:00:00.000Z'],
    ],
    [
      'a named week',
      { kind: 'weekly', name: 'sprint' },
      '2026-11-20T12:00:00Z',
      ['sprint:2026-W47', '2026-11-16T00:00:00.000Z', '2026-11-23T00:00:00.000Z'],
    ],
    [
      'the time since a cron expression',
      { kind: 'cron', expression: '30 18 * * 1-5', timeZone: 'Europe/Berlin' },
      '2026-11-20T18:00:00Z',
      ['cron:2026-11-20T173000Z', '2026-11-20T17:30:00.000Z', '2026-11-23T17:30:00.000Z'],
    ],
  ])('is %s', (_, definition, time, expected) => {
    expect(windowAt(definition, time)).toEqual(expected);
  });

  it.each<[string, string, string, readonly (string | null)[]]>([
    [
      '23 hours',
      'Europe/Berlin',
      '2026-03-29T10:00:00Z',
      ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ],
    [
      '25 hours',
      'Europe/Berlin',
      '2026-10-25T10:00:00Z',
      ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ],
    [
      '23 hours that lack midnight',
      'Africa/Cairo',
      '2026-04-24T10:00:00Z',
      ['2026-04-24', '2026-04-23T22:00:00.000Z', '2026-04-24T21:00:00.000Z'],
    ],
  ])('is one day when that has %s', (_, timeZone, time, expected) => {
    expect(windowAt({ kind: 'daily', timeZone }, time)).toEqual(expected);
  });

  it('is cut where the windows of a definition begin and end', () => {
    const weekly: WindowDefinition = { kind: 'weekly', from: '2026-11-18T12:00:00Z', to: '2026-11-27T00:00:00Z' };
    expect(windowAt(weekly, '2026-11-18T11:00:00Z')).toBeUndefined();
    expect(next(weekly, '2026-11-01T00:00:00Z', 5)).toEqual([
      ['2026-W47', '2026-11-18T12:00:00.000Z', '2026-11-23T00:00:00.000Z'],
      ['2026-W48', '2026-11-23T00:00:00.000Z', '2026-11-27T00:00:00.000Z'],
    ]);
  });

  it('is none between two windows that last shorter than they are apart', () => {
    const evening: WindowDefinition = {
      kind: 'cron',
      name: 'evening',
      expression: '0 0 20 * * *',
      durationSeconds: 3_600,
    };
    expect(windowAt(evening, '2026-11-20T20:00:00Z')).toEqual([
      'evening:2026-11-20T200000Z',
      '2026-11-20T20:00:00.000Z',
      '2026-11-20T21:00:00.000Z',
    ]);
    expect(windowAt(evening, '2026-11-20T21:00:00Z')).toBeUndefined();
    expect(windowAt(evening, '2026-11-20T19:59:59.999Z')).toBeUndefined();
  });

  it('is none of a cron expression before its start', () => {
    const cron: WindowDefinition = { kind: 'cron', expression: '0 0 * * *', from: '2026-11-20T12:00:00Z' };
    expect(windowAt(cron, '2026-11-20T13:00:00Z')).toBeUndefined();
    expect(next(cron, '2026-01-01T00:00:00Z', 1)).toEqual([
      ['cron:2026-11-21T000000Z', '2026-11-21T00:00:00.000Z', '2026-11-22T00:00:00.000Z'],
    ]);
  });
});

const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
);
const resetAt = fc.constantFrom('00:00', '02:30', '05:00', '23:59');
const recurring: fc.Arbitrary<WindowDefinition> = fc.oneof(
  fc.record({ kind: fc.constant('hourly' as const), minute: fc.integer({ min: 0, max: 59 }) }),
  fc.record({ kind: fc.constant('daily' as const), timeZone: zone, resetAt }),
  fc.record({
    kind: fc.constant('weekly' as const),
    timeZone: zone,
    resetAt,
    weekStart: fc.constantFrom('monday' as const, 'saturday' as const, 'sunday' as const),
  }),
  fc.record({ kind: fc.constant('monthly' as const), timeZone: zone, resetAt, day: fc.integer({ min: 1, max: 28 }) }),
  fc.record({ kind: fc.constant('yearly' as const), timeZone: zone }),
  fc.record({
    kind: fc.constant('every' as const),
    timeZone: zone,
    resetAt,
    days: fc.integer({ min: 1, max: 60 }),
    anchor: fc.constantFrom('2024-02-29', '2026-03-29'),
  }),
  fc.record({
    kind: fc.constant('cron' as const),
    timeZone: zone,
    expression: fc.constantFrom('0 0 * * *', '30 2 * * *', '15 18 * * 1-5', '0 6 1 * *'),
  }),
);
const time = fc.integer({ min: at('1995-01-01T00:00:00Z'), max: at('2045-01-01T00:00:00Z') });

describe('the windows of a recurring definition', () => {
  it('lie end to end: every time is in exactly one, which its key leads to', () => {
    fc.assert(
      fc.property(recurring, time, (definition, now) => {
        const series = only(definition);
        const window = series.at(now);
        if (!window || window.start === null || window.end === null) return false;
        const following = series.from(window.end);
        expect(window.start <= now && now < window.end).toBe(true);
        expect(only(definition).at(window.start)).toEqual(window);
        expect(only(definition).at(window.end - 1)).toEqual(window);
        expect(following?.start).toBe(window.end);
        expect(series.find(window.key)).toEqual(window);
        expect(following?.key).not.toBe(window.key);
        return true;
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', 'x', '2026-13', '2026-W60', '2026-02-30', '2026-11-20T25Z', '2026-W47x', '__proto__'])(
    'have none of key %j',
    (key) => {
      for (const kind of ['hourly', 'daily', 'weekly', 'monthly', 'yearly'] as const) {
        expect(findWindow({ windows: [{ kind }] }, key)).toBeUndefined();
      }
    },
  );
});

describe('a season', () => {
  const season: WindowDefinition = {
    kind: 'season',
    key: 's1',
    start: '2026-01-01T00:00:00Z',
    end: '2026-02-01T00:00:00Z',
  };
  const since = (published: string): WindowDefinition => ({ ...season, since: at(published) });

  it('closes when its grace has passed', () => {
    const board = { windows: [since('2025-12-01T00:00:00Z')], graceSeconds: 60 };
    expect(findWindow(board, 's1')?.closesAt).toBe(at('2026-02-01T00:01:00Z'));
  });

  it('never closes when it was over before it was published', () => {
    expect(findWindow({ windows: [since('2026-02-01T00:00:00Z')] }, 's1')?.closesAt).toBeNull();
    expect(findWindow({ windows: [season] }, 's1')?.closesAt).toBeNull();
  });
});

describe('a window that was edited', () => {
  it('ends at the earlier time, and the ones after it are as before', () => {
    const board = {
      windows: [{ kind: 'weekly' } as const],
      windowEdits: [{ window: '2026-W47', end: '2026-11-20T12:00:00Z' }],
    };
    const [series] = windowsOf(board);
    expect(shown(findWindow(board, '2026-W47'))).toEqual([
      '2026-W47',
      '2026-11-16T00:00:00.000Z',
      '2026-11-20T12:00:00.000Z',
    ]);
    expect(windowsHolding(board, at('2026-11-21T00:00:00Z'))).toEqual([]);
    expect(shown(series?.from(at('2026-11-20T12:00:00Z')))?.[0]).toBe('2026-W48');
  });
});

describe('the window that is read when none is named', () => {
  const season = (key: string, start: string, end: string): WindowDefinition => ({ kind: 'season', key, start, end });
  const first = season('s1', '2024-01-01T00:00:00Z', '2024-02-01T00:00:00Z');
  const second = season('s2', '2024-02-01T00:00:00Z', '2024-03-01T00:00:00Z');
  const all: WindowDefinition = { kind: 'all' };
  const over = { kind: 'monthly', to: '2023-03-15T00:00:00Z' } as const;

  it.each<[string, readonly WindowDefinition[], string, string]>([
    ['the running season', [all, first, second], '2024-02-10T00:00:00Z', 's2'],
    [
      'the one of those that run which ends first',
      [all, second, { kind: 'weekly' }],
      '2024-02-10T00:00:00Z',
      '2024-W06',
    ],
    ['the season that ended last when none runs', [all, first, second], '2024-06-01T00:00:00Z', 's2'],
    ['all time when no season has begun', [all, first], '2023-06-01T00:00:00Z', 'all'],
    ['all time when what is declared before it recurs no more', [over, all], '2024-06-01T00:00:00Z', 'all'],
    ['the last one of what recurs no more', [over, { ...over, kind: 'yearly' }], '2024-06-01T00:00:00Z', '2023-03'],
    ['the first declared when it is all there is', [first], '2023-06-01T00:00:00Z', 's1'],
  ])('is %s', (_, windows, now, expected) => {
    expect(currentWindow({ windows }, at(now))?.key).toBe(expected);
  });
});

describe('a cron expression', () => {
  it.each([
    ['nonsense', 'is no cron expression'],
    ['* * * * * *', 'a minute long at least'],
    ['0 0 31 2 *', 'that come again'],
    ['0 0 0 1 1 * 2030-2031', 'five fields, or six'],
  ])('%j is refused', (expression, message) => {
    expect(windowCronProblem({ kind: 'cron', expression })).toContain(message);
  });

  it.each(['0 0 * * *', '*/15 * * * *', '0 30 18 * * 1-5'])('%j is accepted', (expression) => {
    expect(windowCronProblem({ kind: 'cron', expression })).toBeUndefined();
  });
});
