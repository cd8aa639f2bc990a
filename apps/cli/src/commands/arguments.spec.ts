import { duration, instant, position, positive, several } from './arguments.js';

describe('arguments', () => {
  it('take a time with its offset, or a day from 00:00 UTC', () => {
    expect(instant('2026-11-21')).toBe(Date.parse('2026-11-21T00:00:00Z'));
    expect(instant('2026-11-21T10:30:00+01:00')).toBe(Date.parse('2026-11-21T09:30:00Z'));
  });

  it.each(['yesterday', '2026-02-30', '2026-11-21T10:30:00', '1763719200000'])('refuse %s as a time', (text) => {
    expect(() => instant(text)).toThrow('2026-11-21T09:30:00Z');
  });

  it.each([
    ['90s', 90],
    ['30m', 1_800],
    ['36h', 129_600],
    ['7d', 604_800],
    ['2w', 1_209_600],
  ])('take %s as a time that passes', (text, seconds) => {
    expect(duration(text)).toBe(seconds);
  });

  it.each(['0d', '7', 'd', '-1d', '1.5h', '1y'])('refuse %s as a time that passes', (text) => {
    expect(() => duration(text)).toThrow('7d or 2w');
  });

  it.each(['0', '-1', '1.5', 'many', '', '1e3'])('refuse %j as a number of things', (text) => {
    expect(() => positive(text)).toThrow('at least 1');
  });

  it.each(['3', '3:', ':4', '3:-1', 'a:b', '3:4:5'])('refuse %s as a place in the log', (text) => {
    expect(() => position(text)).toThrow('3:1042');
  });

  it('are collected where several are given', () => {
    expect(several(position)('3:4', several(position)('1:2', undefined))).toEqual(['1:2', '3:4']);
  });
});
