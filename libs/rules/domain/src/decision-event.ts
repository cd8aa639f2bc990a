/** The part of an event that rules may look at. Times in ms since the epoch. */
export interface DecisionEvent {
  readonly eventId: string;
  readonly type: string;
  readonly playerId: string;
  readonly occurredAt: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** A player sent it, and not a server. */
  readonly client?: true;
}

/** Most elements that a condition or an expression looks at where it asks for every one of a list. */
export const MAX_ELEMENTS = 1_000;
