import type { EventRecord } from '@laurel/contracts';
import { Metrics } from '@laurel/platform-observability';
import { FakeClock } from '@laurel/testing';
import type { Committed } from './pipeline/commit.step.js';
import { ScoringMetrics } from './scoring.metrics.js';

const refused = (code: string) => ({ kind: 'refused', rule: '', code, detail: 'a test' }) as const;

const committed = (effects: EventRecord['effects']): Committed =>
  ({ records: [{ status: 'processed', effects } as Partial<EventRecord>], poison: [] }) as unknown as Committed;

describe('what the pipeline tells of results that came late', () => {
  it('is how many windows had closed before their results came', async () => {
    const metrics = new Metrics();
    const scoring = new ScoringMetrics(metrics, new FakeClock(0));
    scoring.batchCommitted(committed([refused('scoring.window_closed'), refused('scoring.overflow')]));
    scoring.batchCommitted(committed([refused('scoring.window_closed')]));
    expect(await metrics.expose()).toContain('laurel_late_results_total 2');
  });
});
