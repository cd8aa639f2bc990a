import { type AbsorbPlayerCommand, type EventRecord, absorbCommandId, playerKey } from '@laurel/contracts';
import type { OutgoingMessage } from '@laurel/platform-kafka';

/**
 * The commands by which players have what others handed over. Each derives from its record alone, so that those that are sent
 * again after a crash are the same, and the second is a duplicate.
 */
export function absorbMessages(records: readonly EventRecord[]): OutgoingMessage[] {
  const messages: OutgoingMessage[] = [];
  for (const record of records) {
    for (const effect of record.effects) {
      if (effect.kind !== 'handed_over') continue;
      const { workspace, decidedAt, properties } = record;
      const { into, what, passedOn } = effect;
      const command: AbsorbPlayerCommand = {
        ...{ v: 1, kind: 'command', command: 'absorb_player', workspace, playerId: into },
        commandId: absorbCommandId(record),
        by: String(properties['by']),
        receivedAt: decidedAt,
        what,
        passedOn,
      };
      messages.push({ key: playerKey(workspace, into), value: JSON.stringify(command) });
    }
  }
  return messages;
}
