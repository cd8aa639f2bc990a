import { parseScrape } from './prometheus.ts';
import { stepsBetween } from './scoring-steps.ts';

const scrape = (batches: number, messages: number, loaded: number, committed: number) =>
  parseScrape(`laurel_scoring_batch_messages_count ${batches}
laurel_scoring_batch_messages_sum ${messages}
laurel_scoring_step_seconds_sum{step="loaded"} ${loaded}
laurel_scoring_step_seconds_sum{step="committed"} ${committed}
`);

describe('times of the steps of scoring', () => {
  it('are those between two scrapes, per batch and per event', () => {
    const { steps, messagesPerBatch } = stepsBetween(scrape(10, 1_000, 1, 2), scrape(30, 5_000, 1.5, 3.5));
    expect(messagesPerBatch).toBe(200);
    expect(steps).toEqual([
      { step: 'loaded', msPerBatch: expect.closeTo(25), usPerEvent: expect.closeTo(125), share: 0.25 },
      { step: 'committed', msPerBatch: expect.closeTo(75), usPerEvent: expect.closeTo(375), share: 0.75 },
    ]);
  });

  it('are none where no batch was scored', () => {
    expect(stepsBetween(scrape(10, 1_000, 1, 2), scrape(10, 1_000, 1, 2)).steps).toEqual([]);
  });
});
