/** Everything a route may ask for. A route asks for exactly one. */
export const PERMISSIONS = [
  'events:write',
  'events:read',
  'events:void',
  'boards:read',
  'players:read',
  'players:write',
  'players:export',
  'players:import',
  'releases:read',
  'releases:write',
  'releases:promote',
  'player_tokens:write',
  'keys:read',
  'keys:write',
  'audit:read',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/**
 * What a player token may do unless it was minted for less, and what it can be minted for: never more, whatever its claims say.
 * `players:read` and `events:write` reach its own player only.
 */
export const PLAYER_TOKEN_PERMISSIONS: readonly Permission[] = ['boards:read', 'players:read', 'events:write'];
