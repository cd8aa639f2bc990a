import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import { ApiProblem } from '@laurel/platform-http';
import { authErrors } from './auth.errors.js';
import type { Permission } from './permission.js';

/** What a route asks of its caller. */
export type RouteAccess =
  | { readonly kind: 'public' }
  /** Any valid credential, whatever it may do; with `tickets` also by a ticket in the address, for what browsers open. */
  | { readonly kind: 'credential'; readonly tickets?: boolean }
  | {
      readonly kind: 'permission';
      readonly permission: Permission;
      /** Path parameter that names the player a player token must belong to. */
      readonly ownPlayer?: string;
      /** Path parameter that names the board, for player tokens that read some boards only. */
      readonly board?: string;
      /** The handler checks that a player token stays with its own player: without this no token passes. */
      readonly playerTokens?: boolean;
    };

type RouteOptions = Omit<Extract<RouteAccess, { kind: 'permission' }>, 'kind' | 'permission'>;

export const ACCESS_METADATA = 'laurel:access';

/** What any guarded route answers with. */
const OF_CREDENTIALS = [
  authErrors.missingCredential,
  authErrors.invalidCredential,
  authErrors.expiredToken,
  authErrors.expiredKey,
  authErrors.csrf,
  authErrors.unavailable,
  authErrors.rateLimited,
];

/**
 * The one permission that a route asks for. A player token passes where it reads a board (`board` names the path parameter with
 * its key), or where the route says how it is kept to its own player. On routes about one player, `ownPlayer` names the path parameter with the
 * player's id, and a player token passes for its own player only; without it `players:read` is for keys.
 */
export function Requires(permission: Permission, options: RouteOptions = {}): MethodDecorator {
  const access: RouteAccess = { kind: 'permission', permission, ...options };
  return applyDecorators(
    SetMetadata(ACCESS_METADATA, access),
    ApiProblem(...OF_CREDENTIALS, authErrors.forbidden, ...(options.board ? [authErrors.boardForbidden] : [])),
  );
}

/**
 * Opens a route to every valid credential: for what tells callers of themselves, or checks by itself what they may do. With
 * `tickets` the parameter `ticket` proves a credential too.
 */
export function RequiresCredential({ tickets = false }: { readonly tickets?: boolean } = {}): MethodDecorator {
  const access: RouteAccess = { kind: 'credential', tickets };
  return applyDecorators(
    SetMetadata(ACCESS_METADATA, access),
    ApiProblem(...OF_CREDENTIALS, ...(tickets ? [authErrors.invalidTicket] : [])),
  );
}

/** Opens a route, or every route of a controller, to anyone. */
export function Public(): MethodDecorator & ClassDecorator {
  const access: RouteAccess = { kind: 'public' };
  return applyDecorators(SetMetadata(ACCESS_METADATA, access), ApiSecurity({}));
}
