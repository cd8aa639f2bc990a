import fc from 'fast-check';
import { localClock } from './local-time.js';
import { type WeeklyHours, checkWeeklyHours, compileWeeklyHours } from './weekly-hours.js';

const holds = (hours: WeeklyHours, at: string): boolean => compileWeeklyHours(hours)(Date.parse(at));
const BERLIN = 'Europe/Berlin';

describe('weekly hours', () => {
  it.each<[string, WeeklyHours, string, boolean]>([
    ['from their start', { zone: 'UTC', from: '18:00', to: '22:00' }, '2024-05-06T18:00:00Z', true],
    ['until before their end', { zone: 'UTC', from: '18:00', to: '22:00' }, '2024-05-06T22:00:00Z', false],
    ['on their days', { zone: 'UTC', days: ['mon'] }, '2024-05-06T23:59:59Z', true],
    ['on no other day', { zone: 'UTC', days: ['mon'] }, '2024-05-07T00:00:00Z', false],
    ['before 1970 too', { zone: 'UTC', days: ['wed'] }, '1969-12-31T12:00:00Z', true],
    ['by the summer clock of their zone', { zone: BERLIN, from: '18:00', to: '19:00' }, '2024-07-01T16:30:00Z', true],
    ['by its winter clock', { zone: BERLIN, from: '18:00', to: '19:00' }, '2024-01-01T17:30:00Z', true],
    ['on the day that it is there', { zone: 'Asia/Tokyo', days: ['tue'] }, '2024-05-06T15:00:00Z', true],
    ['in zones of half hours', { zone: 'Asia/Kathmandu', from: '12:00', to: '12:15' }, '2024-05-06T06:15:00Z', true],
    ['past midnight', { zone: 'UTC', days: ['sat'], from: '22:00', to: '02:00' }, '2024-05-05T01:59:00Z', true],
    [
      'by the day on which they begin',
      { zone: 'UTC', days: ['sat'], from: '22:00', to: '02:00' },
      '2024-05-04T01:00:00Z',
      false,
    ],
    ['to the end of the day', { zone: 'UTC', from: '22:00', to: '24:00' }, '2024-05-04T23:59:59Z', true],
  ])('hold %s', (_, hours, at, expected) => {
    expect(holds(hours, at)).toBe(expected);
  });

  it('read the clock as the runtime shows it, for any time and whatever was asked before', () => {
    const clock = localClock(BERLIN);
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: BERLIN,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    fc.assert(
      fc.property(fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2037-01-01') }), (at) => {
        const minutes = Math.floor(clock(at).time / 60_000);
        const text = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
        expect(text).toBe(format.format(at));
      }),
    );
  });

  it('need a zone that exists, and an end that is not their start', () => {
    expect(checkWeeklyHours({ zone: BERLIN }, '')).toEqual([]);
    expect(checkWeeklyHours({ zone: 'Europe/Atlantis', from: '10:00', to: '10:00' }, '/x')).toMatchObject([
      { path: '/x/zone', rule: 'time-zone' },
      { path: '/x/to', rule: 'distinct' },
    ]);
  });
});
