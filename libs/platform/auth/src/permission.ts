/** Everything a route may ask for. A route asks for exactly one. */
export const PERMISSIONS = [
  'events:write',
  'events:read',
  'events:void',
  'events:review',
  'boards:read',
  'players:read',
  'players:write',
  'players:export',
  'players:import',
  'players:erase',
  'rewards:read',
  'rewards:write',
  'rewards:claim',
  'releases:read',
  'releases:write',
  'releases:promote',
  'releases:dry_run',
  'player_tokens:write',
  'keys:read',
  'keys:write',
  'audit:read',
  'identity_provider:read',
  'identity_provider:write',
  'clock:read',
  'clock:write',
  'operators:read',
  'operators:write',
  'session:own',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** What only people can do, signed in: operators belong to a tenant, and a key of one of its environments reaches no other. */
const OPERATORS_ONLY: readonly Permission[] = ['operators:read', 'operators:write', 'session:own'];

/** Everything that a key can open. */
export const KEY_PERMISSIONS: readonly Permission[] = PERMISSIONS.filter((name) => !OPERATORS_ONLY.includes(name));

/**
 * What a player token may do unless it was minted for less, and what it can be minted for: never more, whatever its claims say.
 * `players:read`, `events:write` and `rewards:claim` reach its own player only.
 */
export const PLAYER_TOKEN_PERMISSIONS: readonly Permission[] = [
  'boards:read',
  'players:read',
  'events:write',
  'rewards:claim',
];
