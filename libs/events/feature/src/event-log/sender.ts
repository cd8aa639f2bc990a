import type { EventTypes } from '@laurel/events-domain';
import type { Credential } from '@laurel/platform-auth';
import type { EventForm } from './event-form.js';

/** Who sends events. */
export interface Sender {
  readonly workspace: string;
  /** A player's own device, which sends for this player alone. */
  readonly ownPlayer?: string;
  /** How its events are written, if not in Laurel's own form. */
  readonly form?: EventForm;
}

/** A sender with the event types of the release in force: what decides which events are taken of it. */
export interface Admission extends Sender {
  readonly types: EventTypes;
  /** How far the clock of the workspace is ahead of ours, ms. */
  readonly aheadMs: number;
}

export const senderOf = (credential: Credential, form?: EventForm): Sender => ({
  workspace: credential.workspace,
  ...(credential.kind === 'player_token' ? { ownPlayer: credential.playerId } : {}),
  ...(form ? { form } : {}),
});
