import { byLabel, parseScrape, total } from './prometheus.ts';

const SCRAPE = parseScrape(`# HELP laurel_scoring_events_total Messages taken
# TYPE laurel_scoring_events_total counter
laurel_scoring_events_total{status="processed"} 1200
laurel_scoring_events_total{status="failed"} 3
laurel_scoring_events_total_more 7
laurel_scoring_step_seconds_sum{service="a",step="loaded"} 1.5
laurel_scoring_step_seconds_sum{step="loaded"} 0.25
laurel_scoring_step_seconds_sum{step="decided"} 2.5e-1
laurel_scoring_lag_seconds_sum 4
`);

describe('a scrape', () => {
  it('gives the total of a metric over its series, and of no other metric', () => {
    expect(total(SCRAPE, 'laurel_scoring_events_total')).toBe(1_203);
    expect(total(SCRAPE, 'laurel_scoring_lag_seconds_sum')).toBe(4);
    expect(total(SCRAPE, 'laurel_absent')).toBe(0);
  });

  it('gives the values of a metric by a label', () => {
    expect(byLabel(SCRAPE, 'laurel_scoring_step_seconds_sum', 'step')).toEqual(
      new Map([
        ['loaded', 1.75],
        ['decided', 0.25],
      ]),
    );
  });
});
