import type { EventTypes } from '@laurel/events-domain';
import type { Credential } from '@laurel/platform-auth';

/** Who sends events. */
export interface Sender {
  readonly workspace: string;
  /** A player's own device, which sends for this player alone. */
  readonly ownPlayer?: string;
}

/** A sender with the event types of the release in force: what decides which events are taken of it. */
export interface Admission extends Sender {
  readonly types: EventTypes;
}

export const senderOf = (credential: Credential): Sender =>
  credential.kind === 'player_token'
    ? { workspace: credential.workspace, ownPlayer: credential.playerId }
    : { workspace: credential.workspace };
