/** Why a balance moved: a rule, an event being taken back, what another system had paid, a correction, a grant, or a merge. */
export type LedgerReason =
  | { readonly kind: 'rule'; readonly rule: string; readonly eventId: string }
  /** `eventId`: the one taken back; `by`: id of the key that ordered it. */
  | { readonly kind: 'void'; readonly eventId: string; readonly reason: string; readonly by: string }
  /** `by`: id of the key that imported it. */
  | { readonly kind: 'import'; readonly importId: string; readonly eventId: string; readonly by: string }
  /** `reason`: why, for people; `by`: id of the key or operator that ordered it. */
  | { readonly kind: 'correction'; readonly reason: string; readonly eventId: string; readonly by: string }
  /** `grant`: its id; a negative movement takes it back. `by`: id of whom it was ordered by. */
  | { readonly kind: 'grant'; readonly grant: string; readonly eventId: string; readonly by: string }
  /** `by`: id of the key that ordered it. */
  | { readonly kind: 'merge'; readonly eventId: string; readonly by: string };

/** One movement of one balance. Append-only; what undoes a movement is another one. */
export interface LedgerEntry {
  /** `<event id>␟<effect>`: derives from its cause, so a cause moves a balance once. Unique within a player. */
  readonly id: string;
  readonly workspace: string;
  readonly playerId: string;
  readonly currency: string;
  readonly amount: number;
  readonly balanceAfter: number;
  readonly reason: LedgerReason;
  readonly at: number;
}
