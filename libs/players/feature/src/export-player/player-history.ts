import type { EventRecord, LedgerEntry } from '@laurel/contracts';

/** What was recorded of a player, in the order of the log, little of it in memory at a time. */
export abstract class PlayerHistory {
  abstract eventsOf(workspace: string, playerId: string): AsyncIterable<EventRecord>;

  abstract ledgerOf(workspace: string, playerId: string): AsyncIterable<LedgerEntry>;
}
