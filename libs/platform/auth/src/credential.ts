import type { Permission } from './permission.js';

/** Who is calling, once verified. The workspace always comes from here, never from a request's path or body. */
export type Credential =
  | {
      readonly kind: 'secret_key';
      readonly workspace: string;
      readonly keyId: string;
      readonly permissions: readonly Permission[];
    }
  | {
      readonly kind: 'player_token';
      readonly workspace: string;
      readonly playerId: string;
      readonly permissions: readonly Permission[];
    };
