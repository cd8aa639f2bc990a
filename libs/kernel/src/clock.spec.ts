import { parseInstant, toIso } from './clock.js';

describe('parseInstant', () => {
  it.each([
    ['2014-08-16T15:00:00Z', '2014-08-16T15:00:00.000Z'],
    ['2014-08-16t15:00:00.25z', '2014-08-16T15:00:00.250Z'],
    ['2014-08-16T17:00:00+02:00', '2014-08-16T15:00:00.000Z'],
    ['2016-02-29T00:00:00Z', '2016-02-29T00:00:00.000Z'],
  ])('reads %s', (text, iso) => {
    expect(toIso(parseInstant(text) ?? NaN)).toBe(iso);
  });

  it.each([
    ['a local time, which would mean this machine’s zone', '2014-08-16T15:00:00'],
    ['a day that does not exist', '2015-02-29T00:00:00Z'],
    ['an hour that does not exist', '2015-01-01T24:00:00Z'],
    ['a date alone', '2014-08-16'],
    ['a number', '1408201200000'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
