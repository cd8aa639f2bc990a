import { backOffMs, nextRestart, restartBackOff } from './back-off.ts';

describe('backOffMs', () => {
  it('doubles the wait with every restart', () => {
    expect([1, 2, 3, 4].map((restart) => backOffMs(restart))).toEqual([250, 500, 1_000, 2_000]);
  });

  it('never waits longer than the longest wait, however often', () => {
    expect(backOffMs(7)).toBe(10_000);
    expect(backOffMs(100_000)).toBe(10_000);
  });
});

describe('nextRestart', () => {
  it('counts on while the process keeps ending soon', () => {
    expect(nextRestart(3, restartBackOff.steadyMs - 1)).toBe(4);
  });

  it('starts over after a steady run', () => {
    expect(nextRestart(3, restartBackOff.steadyMs)).toBe(1);
  });
});
