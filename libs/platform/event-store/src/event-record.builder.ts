import type { EventRecord } from '@laurel/contracts';

/** A processed event; a test names only what matters to it. */
export const aRecord = (fields: Partial<EventRecord> = {}): EventRecord => ({
  workspace: 'ws_1',
  eventId: 'match-1',
  playerId: 'arsenal',
  type: 'match_played',
  occurredAt: 1_000,
  receivedAt: 2_000,
  decidedAt: 3_000,
  properties: {},
  partition: 3,
  epoch: 1,
  offset: 42,
  release: 1,
  status: 'processed',
  rules: [],
  effects: [],
  ...fields,
});
