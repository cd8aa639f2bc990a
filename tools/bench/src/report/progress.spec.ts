import { progressBar, withProgress } from './progress.ts';

describe('a progress bar', () => {
  it.each([
    [0, 0, '0%'],
    [0.5, 12, '50%'],
    [0.999, 24, '99%'],
    [1, 24, '100%'],
    [3, 24, '100%'],
    [-1, 0, '0%'],
  ])('for %d', (fraction, filled, percent) => {
    const bar = progressBar(fraction);
    expect(bar.replaceAll(/[^█]/g, '')).toHaveLength(filled);
    expect(bar).toMatch(new RegExp(`^\\[[█░]{24}\\] ${percent}$`));
  });
});

describe('work with progress', () => {
  const taskLog: string[] = [];
  const report = {
    line: () => undefined,
    task: (label: string) => {
      taskLog.push(`begin ${label}`);
      return { update: () => undefined, end: () => void taskLog.push('end') };
    },
  };
  beforeEach(() => taskLog.splice(0));

  it('gives what the work gives', async () => {
    expect(await withProgress(report, 'events', 1, () => Promise.resolve(7))).toBe(7);
    expect(taskLog).toEqual(['begin events', 'end']);
  });

  it('leaves the display when the work fails', async () => {
    await expect(withProgress(report, 'events', 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(taskLog.at(-1)).toBe('end');
  });
});
