import type { PlayerDocument, ProfileDocument } from './player.document.js';

/** What of a player goes over to another one in a merge: all that counts, as the player's document had it. */
export interface HandedOver extends Pick<
  PlayerDocument,
  'stats' | 'balances' | 'boards' | 'rules' | 'hours' | 'leagues' | 'titles' | 'items'
> {
  readonly attributes?: NonNullable<ProfileDocument['attributes']>;
}
