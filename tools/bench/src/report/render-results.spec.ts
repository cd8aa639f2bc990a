import { type Results, noResults } from '../results.ts';
import { renderCircumstances, renderResults } from './render-results.ts';

const latency = { count: 100, mean: 3, p50: 2.5, p99: 12.25, max: 140 };
const use = {
  elapsedSeconds: 10,
  cores: 2,
  processes: [
    { name: 'mongo', seconds: 6 },
    { name: 'kafka', seconds: 1 },
    { name: 'load generator', seconds: 1.5 },
    { name: 'load generator', seconds: 1.5 },
  ],
  othersCores: 0.05,
};

function results(): Results {
  return {
    findings: [
      { work: 'events: accepted', load: 'open loop, 5,000/s', perSecond: 4_999.6, latency, failures: {} },
      { work: 'events: scored', load: 'the same', perSecond: 4_990, failures: { '503': 2 } },
    ],
    attempts: [
      {
        ...{ offered: 5_000, seconds: 10, accepted: 4_999.6, scored: 4_990, lag: 120, drainSeconds: 0.23, latency },
        ...{ failures: {}, othersCores: undefined, isSustained: true },
      },
    ],
    costs: [{ work: 'batches', unit: 'event', units: 50_000, use }],
    steps: { messagesPerBatch: 250.4, steps: [{ step: 'committed', msPerBatch: 20, usPerEvent: 80, share: 1 }] },
    notes: ['A note.'],
  };
}

/** Cells of the rows of the table that has this column. */
function tableWith(text: string, column: string): string[][] {
  const lines = text.split('\n\n').find((part) => part.startsWith('|') && part.includes(column)) ?? '';
  return lines.split('\n').map((line) =>
    line
      .slice(2, -2)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

describe('rendered results', () => {
  const text = renderResults(results());

  it('tell what was found', () => {
    expect(tableWith(text, 'p99 ms').slice(2)).toEqual([
      ['events: accepted', 'open loop, 5,000/s', '5,000', '2.50', '12.3', '140', '0'],
      ['events: scored', 'the same', '4,990', '', '', '', '2 × 503'],
    ]);
  });

  it('tell which rates were tried', () => {
    expect(tableWith(text, 'offered/s').slice(2)).toEqual([
      ['5,000', '10', '5,000', '4,990', '120', '0.2', '0', 'unknown', 'yes'],
    ]);
  });

  it('tell the cost per event of each process and its share, processes of one name together', () => {
    expect(tableWith(text, 'batches, µs/event').slice(2)).toEqual([
      ['kafka', '20.0 (10%)'],
      ['load generator', '60.0 (30%)'],
      ['mongo', '120.0 (60%)'],
      ['all of them', '200.0 (100%)'],
      ['cores busy with them', '1.00 of 2'],
      ['cores busy with others', '0.05'],
    ]);
  });

  it('tell the steps of scoring and the notes', () => {
    expect(tableWith(text, 'until').slice(2)).toEqual([['committed', '20.0', '80.0', '100%']]);
    expect(text).toContain('250 events per batch');
    expect(text.endsWith('A note.')).toBe(true);
  });

  it('leave out what was not measured', () => {
    const { findings } = results();
    const some = renderResults({ ...noResults(), findings });
    expect(some.split('\n\n')).toHaveLength(1);
  });
});

describe('rendered circumstances', () => {
  const about = {
    date: new Date('2026-11-21T05:06:07Z'),
    command: 'npm run bench -- --write',
    commit: 'abc',
    machine: '2 cores, 8 GiB of memory, linux 6',
    software: ['Node 24', 'Kafka 4'],
    variables: [],
  };

  it('tell when, what, where and on which software', () => {
    const text = renderCircumstances(about);
    expect(text).toContain('- 2026-11-21 05:06 UTC, `npm run bench -- --write`\n- commit abc\n');
    expect(text).toContain('- Node 24, Kafka 4\n');
    expect(text).not.toContain('environment');
  });

  it('name the variables that changed the services', () => {
    const text = renderCircumstances({ ...about, variables: ['LAUREL_SCORING_MAX_BATCH'] });
    expect(text).toContain('- set in the environment: `LAUREL_SCORING_MAX_BATCH`\n');
  });
});
