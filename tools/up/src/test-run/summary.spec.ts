import { countJest, exitCodeOf, sumCounts, summaryLine } from './summary.ts';

describe('a test run’s summary', () => {
  const report = { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };

  it('counts tests, and files that could not be loaded', () => {
    expect(countJest({ ...report, numFailedTests: 2, numRuntimeErrorTestSuites: 1 }, 1)).toEqual({
      passed: 7,
      failed: 3,
    });
  });

  it('counts a run that fails without a failed test as one failure', () => {
    expect(countJest(report, 1)).toEqual({ passed: 7, failed: 1 });
    expect(countJest(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });

  it('sums up in one line', () => {
    const sum = sumCounts([countJest(report, 0), { passed: 1, failed: 0 }, { passed: 0, failed: 1 }]);
    expect(summaryLine(sum)).toBe('8 passed, 1 failed');
    expect(exitCodeOf(sum)).toBe(1);
  });

  it('fails when nothing ran', () => {
    expect(exitCodeOf({ passed: 0, failed: 0 })).toBe(1);
    expect(exitCodeOf({ passed: 1, failed: 0 })).toBe(0);
  });
});
