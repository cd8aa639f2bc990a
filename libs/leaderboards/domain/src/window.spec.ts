import { type WindowDefinition, currentWindow, windowBounds, windowHolds } from './window.js';

const season = (key: string, start: string, end: string): WindowDefinition => ({ kind: 'season', key, start, end });
const first = season('s1', '2024-01-01T00:00:00Z', '2024-02-01T00:00:00Z');
const second = season('s2', '2024-02-01T00:00:00Z', '2024-03-01T00:00:00Z');
const all: WindowDefinition = { kind: 'all' };

describe('a window', () => {
  it('holds its start and not its end, so a time on the boundary belongs to the new window', () => {
    const boundary = Date.parse('2024-02-01T00:00:00Z');
    expect(windowHolds(windowBounds(first), boundary)).toBe(false);
    expect(windowHolds(windowBounds(second), boundary)).toBe(true);
    expect(windowHolds(windowBounds(first), boundary - 1)).toBe(true);
  });

  it('of all time holds every time', () => {
    expect(windowHolds(windowBounds(all), -1)).toBe(true);
  });
});

describe('the window that is read when none is named', () => {
  it.each([
    ['the running season', [all, first, second], '2024-02-10T00:00:00Z', second],
    ['the season that ended last when none runs', [all, first, second], '2024-06-01T00:00:00Z', second],
    ['all time when no season has begun', [all, first], '2023-06-01T00:00:00Z', all],
    ['the first declared when it is all there is', [first], '2023-06-01T00:00:00Z', first],
  ])('is %s', (_, windows, now, expected) => {
    expect(currentWindow(windows, Date.parse(now))).toBe(expected);
  });
});
