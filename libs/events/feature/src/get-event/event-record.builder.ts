import type { EventRecord } from '@laurel/contracts';

/** A processed event of a football match; a test names only what matters to it. */
export function anEventRecord(fields: Partial<EventRecord> = {}): EventRecord {
  return {
    workspace: 'ws_1',
    eventId: 'match-1',
    playerId: 'arsenal',
    type: 'match_played',
    occurredAt: Date.parse('2014-08-16T16:30:00Z'),
    receivedAt: Date.parse('2014-08-16T18:30:00Z'),
    decidedAt: Date.parse('2014-08-16T18:30:01Z'),
    properties: { goalsFor: 2, goalsAgainst: 1 },
    partition: 3,
    epoch: 1,
    offset: 42,
    release: 1,
    status: 'processed',
    rules: [
      { rule: 'win', matched: true },
      { rule: 'draw', matched: false, reason: 'event.properties.goalsFor is 2, not 1' },
    ],
    effects: [
      { kind: 'record', rule: 'win', stat: 'points', amount: 3, value: 3 },
      {
        kind: 'standing',
        board: 'premier-league@1',
        window: '2014-15',
        score: 3,
        columns: [1],
        reachedAt: Date.parse('2014-08-16T16:30:00Z'),
      },
    ],
    ...fields,
  };
}
