/**
 * What the admin gateway writes to the events topic for one order about one player, under the player's key: it is carried out
 * by the player's single writer, behind all that stands before it. Only gateways write this kind. Version 1.
 */
export interface CommandMessage {
  readonly v: 1;
  readonly kind: 'command';
  /** `void`: takes back what the event `target` led to. */
  readonly command: 'void';
  readonly workspace: string;
  readonly playerId: string;
  /** Derives from what the command is about: given twice, it is carried out once. */
  readonly commandId: string;
  /** Id of the event, which is one of this player. */
  readonly target: string;
  /** Why, for people. */
  readonly reason: string;
  /** Id of the key that gave it. */
  readonly by: string;
  /** When the gateway had it: milliseconds since the epoch. */
  readonly receivedAt: number;
}

/** The id of the command that voids an event. Customers' event ids never begin like it. */
export const voidCommandId = (eventId: string): string => `laurel.void.${eventId}`;

/** What the record of a void says besides its effects: its `properties`. Its type is `EVENT_VOIDED`. */
export interface VoidProperties {
  /** The event that was taken back, one of the same player. */
  readonly eventId: string;
  readonly reason: string;
  /** Id of the key that ordered it. */
  readonly by: string;
}
