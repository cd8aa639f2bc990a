import type { EventMessage, EventRecord } from '@laurel/contracts';

/** An event of a player; a test names only what matters to it. */
export const anEventMessage = (fields: Partial<EventMessage> = {}): EventMessage => ({
  v: 1,
  kind: 'event',
  workspace: 'ws_1',
  eventId: 'match-1',
  type: 'match_played',
  playerId: 'arsenal',
  occurredAt: 1_000,
  receivedAt: 2_000,
  properties: { goals: 2 },
  ...fields,
});

/** What a message led to. */
export const aRecordOf = (
  { workspace, eventId, type, playerId, occurredAt, receivedAt, properties }: EventMessage,
  fields: Partial<EventRecord> = {},
): EventRecord => ({
  ...{ workspace, eventId, type, playerId, occurredAt, receivedAt, properties },
  decidedAt: 3_000,
  partition: 3,
  epoch: 1,
  offset: 6,
  release: 1,
  status: 'processed',
  rules: [],
  effects: [],
  ...fields,
});
