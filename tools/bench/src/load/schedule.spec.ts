import { steadySchedule } from './schedule.ts';

describe('a steady schedule', () => {
  const schedule = steadySchedule(50, 2);

  it('holds as many requests as the rate gives', () => {
    expect(schedule.count).toBe(100);
  });

  it('spaces them evenly from the start', () => {
    expect([0, 1, 99].map((index) => schedule.dueMs(index))).toEqual([0, 20, 1_980]);
  });

  it.each([
    [-1, 0],
    [0, 1],
    [19.9, 1],
    [20, 2],
    [1_979, 99],
    [1_980, 100],
    [60_000, 100],
  ])('has due at %d ms: %d', (elapsedMs, due) => {
    expect(schedule.dueBy(elapsedMs)).toBe(due);
  });

  it('agrees with itself at rates that do not divide a second', () => {
    const odd = steadySchedule(37, 3);
    for (let index = 0; index < odd.count; index += 1) {
      expect(odd.dueBy(odd.dueMs(index) + 1e-6)).toBe(index + 1);
    }
  });
});
