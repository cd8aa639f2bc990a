import type { Outcome } from '@laurel/contracts';

/** An outcome for tests. */
export function anOutcome(more: Partial<Outcome> = {}): Outcome {
  const { workspace = 'ws_1', playerId = 'arsenal', eventId = 'e-1' } = more;
  return {
    id: `${workspace}|${playerId}|${eventId}`,
    workspace,
    playerId,
    eventId,
    type: 'match_played',
    status: 'processed',
    release: 1,
    occurredAt: Date.parse('2014-08-16T14:00:00Z'),
    decidedAt: Date.parse('2014-08-16T16:00:00Z'),
    effects: [{ kind: 'award', rule: 'win', currency: 'coins', amount: 3, balance: 3 }],
    ...more,
  };
}

/** As scoring writes it. */
export const outcomesValue = (outcomes: readonly Outcome[], workspace = 'ws_1'): Buffer =>
  Buffer.from(JSON.stringify({ v: 1, workspace, partition: 3, outcomes }));
