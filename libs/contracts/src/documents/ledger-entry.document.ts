/** One movement of one balance. Append-only; what undoes a movement is another one. */
export interface LedgerEntry {
  /** `<event id>␟<effect>`: derives from its cause, so a cause moves a balance once. Unique within a player. */
  readonly id: string;
  readonly workspace: string;
  readonly playerId: string;
  readonly currency: string;
  readonly amount: number;
  readonly balanceAfter: number;
  readonly reason: { readonly kind: 'rule'; readonly rule: string; readonly eventId: string };
  readonly at: number;
}
