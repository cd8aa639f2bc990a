export const LEDGER_COLLECTION = 'ledger';

/** One movement of one balance. Append-only; the id derives from its cause, so a cause moves a balance once. */
export interface LedgerEntry {
  /** event record id and index of the effect */
  readonly _id: string;
  readonly workspace: string;
  readonly playerId: string;
  readonly currency: string;
  readonly amount: number;
  readonly balanceAfter: number;
  readonly reason: { readonly kind: 'rule'; readonly rule: string; readonly eventId: string };
  readonly at: number;
}
