import { progressBar, startProgress } from './progress.js';

/** What is written, and time that moves when told. */
function watch(isTTY: boolean) {
  const written: string[] = [];
  const progress = startProgress({ isTTY, columns: 60, write: (text) => written.push(text) }, 'state');
  return { written, progress };
}

describe('progress', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is a bar with its percentage, within its bounds', () => {
    expect(progressBar(0)).toBe('[░░░░░░░░░░░░░░░░░░░░░░░░] 0%');
    expect(progressBar(0.5)).toBe('[████████████░░░░░░░░░░░░] 50%');
    expect(progressBar(7)).toBe('[████████████████████████] 100%');
  });

  it('is redrawn on one line of a terminal, and taken away at the end', () => {
    const { written, progress } = watch(true);

    progress.update(0.25, '10 records');
    jest.advanceTimersByTime(200);
    progress.end();

    expect(written).toEqual(['\r\u001b[Kstate [██████░░░░░░░░░░░░░░░░░░] 25% 10 records', '\r\u001b[K']);
  });

  it('is a line now and then where there is no terminal, and nothing when nothing moved', () => {
    const { written, progress } = watch(false);

    progress.update(0.25, '10 records');
    jest.advanceTimersByTime(25_000);
    progress.end();

    expect(written).toEqual(['state [██████░░░░░░░░░░░░░░░░░░] 25% 10 records\n']);
  });
});
