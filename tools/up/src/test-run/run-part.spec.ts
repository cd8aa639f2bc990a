import type { Report } from '../report/report.ts';
import { runChecks, runPart } from './run-part.ts';

const shown: string[] = [];
const report: Report = {
  line: (text) => shown.push(text),
  task: () => ({ update: () => undefined, end: () => undefined }),
};
const script = (code: string) => ({ command: process.execPath, args: ['-e', code] });
const signal = new AbortController().signal;
beforeEach(() => void shown.splice(0));

describe('the static checks', () => {
  it('each count once, and show in one piece what they printed', async () => {
    const counts = await runChecks(
      [
        { title: 'good', commands: [script('console.log("one")'), script('console.error("two")')] },
        { title: 'bad', commands: [script('console.log("wrong"); process.exit(1)'), script('console.log("never")')] },
      ],
      report,
      signal,
    );

    expect(counts).toEqual([
      { passed: 1, failed: 0 },
      { passed: 0, failed: 1 },
    ]);
    expect(shown.sort()).toEqual([
      expect.stringMatching(/^\n== bad\nwrong\n== bad: FAILED after [\d.]+ s$/),
      expect.stringMatching(/^\n== good\none\ntwo\n== good: ok after [\d.]+ s$/),
    ]);
  });
});

describe('a part of a test run', () => {
  it('has failed when it throws, and says why', async () => {
    let text = '';
    const count = await runPart(
      'specs',
      (written) => (text += written),
      () => Promise.reject(new Error('no server')),
    );

    expect(count).toEqual({ passed: 0, failed: 1 });
    expect(text).toMatch(/^\n== specs\nno server\n== specs: FAILED after [\d.]+ s\n$/);
  });
});
