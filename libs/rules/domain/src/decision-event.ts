/** The part of an event that rules may look at. Times in ms since the epoch. */
export interface DecisionEvent {
  readonly eventId: string;
  readonly type: string;
  readonly playerId: string;
  readonly occurredAt: number;
  readonly properties: Readonly<Record<string, unknown>>;
}
