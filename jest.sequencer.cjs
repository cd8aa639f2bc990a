// Comes with Jest, whose own sequencer it is.
const { default: Sequencer } = require('@jest/test-sequencer');

/** The suites that take longest, so that none of them is what the end of a run waits for. Nothing but the order depends on it. */
const LONGEST = [
  'npm-start',
  'conformance',
  'console/frame',
  'faults/redis-away',
  'cli',
  'merge-player',
  'faults/kill-rewards',
  'erase-player',
  'console/boards',
  'faults/kill-ingestion',
  'console/program',
  'console/watching',
  'faults/kill-scoring',
];

/** Suites of whole processes take longer than those of real servers, and these longer than those of nothing but code. */
const KINDS = [/\.e2e-spec\.ts$/, /\.int-spec\.ts$/, /\.http-spec\.ts$/, /./];

/** The longest suites first, also on a machine that has measured none yet: there Jest goes by the size of the file. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = (test) => (this.hasFailed(test) ? -1 : rankOf(test.path));
    return super.sort([...tests]).sort((a, b) => rank(a) - rank(b));
  }
};

function rankOf(path) {
  const place = LONGEST.findIndex((name) => path.endsWith(`/${name}.e2e-spec.ts`));
  return place >= 0 ? place : LONGEST.length + KINDS.findIndex((kind) => kind.test(path));
}
