import type { KeyPermission } from './keys.queries.js';

/** Every permission that a key can have, in the order of the API's own list. That it names each of them is checked by its type. */
const ALL: Readonly<Record<KeyPermission, true>> = {
  'events:write': true,
  'events:read': true,
  'events:void': true,
  'events:review': true,
  'boards:read': true,
  'players:read': true,
  'players:write': true,
  'players:export': true,
  'players:import': true,
  'players:erase': true,
  'rewards:read': true,
  'rewards:write': true,
  'rewards:claim': true,
  'releases:read': true,
  'releases:write': true,
  'releases:promote': true,
  'releases:dry_run': true,
  'player_tokens:write': true,
  'keys:read': true,
  'keys:write': true,
  'audit:read': true,
  'identity_provider:read': true,
  'identity_provider:write': true,
  'clock:read': true,
  'clock:write': true,
};

export const KEY_PERMISSIONS = Object.keys(ALL) as readonly KeyPermission[];
