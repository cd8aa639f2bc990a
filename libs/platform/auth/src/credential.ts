import type { KeyKind } from './key-kind.js';
import type { Permission } from './permission.js';

/** Who is calling, once verified. The workspace always comes from here, never from a request's path or body. */
export type Credential =
  | {
      readonly kind: `${KeyKind}_key`;
      readonly workspace: string;
      readonly keyId: string;
      readonly permissions: readonly Permission[];
    }
  | {
      readonly kind: 'player_token';
      readonly workspace: string;
      readonly playerId: string;
      readonly permissions: readonly Permission[];
      /** Keys of the boards that it reads; absent: all. */
      readonly boards?: readonly string[];
    };

/** Who a credential is, for records of what was done: a key by its id, a player by the player's. */
export interface Actor {
  readonly kind: Credential['kind'];
  readonly id: string;
}

export const actorOf = (credential: Credential): Actor => ({
  kind: credential.kind,
  id: credential.kind === 'player_token' ? credential.playerId : credential.keyId,
});
