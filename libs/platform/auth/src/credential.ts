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
    }
  | {
      readonly kind: 'operator';
      /** That of the environment which the session is in. */
      readonly workspace: string;
      readonly operatorId: string;
      readonly sessionId: string;
      readonly permissions: readonly Permission[];
    };

export type OperatorCredential = Extract<Credential, { kind: 'operator' }>;

/** Who a credential is, for records of what was done: a key by its id, a player by the player's, an operator by the operator's. */
export interface Actor {
  readonly kind: Credential['kind'];
  readonly id: string;
}

export const actorOf = (credential: Credential): Actor => ({ kind: credential.kind, id: actorIdOf(credential) });

function actorIdOf(credential: Credential): string {
  switch (credential.kind) {
    case 'player_token':
      return credential.playerId;
    case 'operator':
      return credential.operatorId;
    default:
      return credential.keyId;
  }
}
