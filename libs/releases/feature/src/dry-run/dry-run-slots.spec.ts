import { DryRunSlots } from './dry-run-slots.js';

const BUSY = { ok: false, error: { code: 'releases.dry_run_busy', kind: 'rate_limited', retryAfterSeconds: 5 } };

describe('the places of dry runs', () => {
  it('are one for each workspace, and so many in all', () => {
    const slots = new DryRunSlots(2);
    const first = slots.take('ws_1');

    expect(slots.take('ws_1')).toMatchObject(BUSY);
    expect(slots.take('ws_2').ok).toBe(true);
    expect(slots.take('ws_3')).toMatchObject(BUSY);
    if (first.ok) first.value();
    expect(slots.take('ws_3').ok).toBe(true);
  });
});
