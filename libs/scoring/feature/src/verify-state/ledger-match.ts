import { type LedgerEntry, joinId, playerDocumentId } from '@laurel/contracts';
import { canonicalJson } from '@laurel/scoring-domain';
import type { Differences } from './difference.js';

/**
 * Compares the entries that events must have led to with those that the ledger holds. Both come in the order of the log, so
 * only what is out of step is kept. Sums up each player's entries on the way.
 */
export class LedgerMatch {
  /** player document id → currency → sum of the entries found */
  readonly sums = new Map<string, Map<string, number>>();
  private readonly awaited = new Map<string, LedgerEntry>();
  private readonly unexplained = new Map<string, LedgerEntry>();

  constructor(
    private readonly partition: number,
    private readonly differences: Differences,
  ) {}

  /** How many expected entries were not found yet. */
  get waiting(): number {
    return this.awaited.size;
  }

  expect(entry: LedgerEntry): void {
    const id = keyOf(entry);
    const found = this.unexplained.get(id);
    if (!found) {
      this.awaited.set(id, entry);
      return;
    }
    this.unexplained.delete(id);
    this.compare(entry, found);
  }

  find(entry: LedgerEntry): void {
    const player = playerDocumentId(entry.workspace, entry.playerId);
    const sums = this.sums.get(player) ?? new Map<string, number>();
    this.sums.set(player, sums);
    sums.set(entry.currency, (sums.get(entry.currency) ?? 0) + entry.amount);
    const id = keyOf(entry);
    const expected = this.awaited.get(id);
    if (!expected) {
      if (this.unexplained.has(id)) this.report(entry, 'one entry under this id', 'a second one');
      else this.unexplained.set(id, entry);
      return;
    }
    this.awaited.delete(id);
    this.compare(expected, entry);
  }

  /** After the last of both: what is left has no counterpart. */
  end(): void {
    for (const entry of this.awaited.values()) this.report(entry, textOf(entry), 'no such entry');
    for (const entry of this.unexplained.values()) this.report(entry, 'no such entry', textOf(entry));
  }

  private compare(expected: LedgerEntry, found: LedgerEntry): void {
    if (canonicalJson(expected) === canonicalJson(found)) return;
    this.report(expected, canonicalJson(expected), canonicalJson(found));
  }

  private report({ workspace, playerId, reason }: LedgerEntry, expected: string, found: string): void {
    const what = `ledger entry of event ${reason.eventId}`;
    this.differences.add({ check: 'ledger', partition: this.partition, workspace, playerId, what, expected, found });
  }
}

const keyOf = ({ workspace, playerId, id }: LedgerEntry): string => joinId(workspace, playerId, id);

const textOf = ({ amount, currency, balanceAfter }: LedgerEntry): string =>
  `${amount} ${currency}, balance ${balanceAfter}`;
