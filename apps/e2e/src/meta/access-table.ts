import type { Permission } from '@laurel/platform-auth';

/** What each guarded route asks for, and whether a player token for its own player and any board passes. */
export interface RouteRow {
  readonly permission: Permission;
  readonly playerToken?: true;
}

/** Every guarded route of every gateway: one that is missing here is a route that nobody has thought about. */
export const ACCESS_TABLE: Readonly<Record<string, RouteRow>> = {
  'POST /v1/events': { permission: 'events:write' },
  'POST /v1/events/batch': { permission: 'events:write' },
  'POST /v1/events/:id/void': { permission: 'events:void' },
  'GET /v1/events': { permission: 'events:read' },
  'GET /v1/events/:id': { permission: 'events:read' },
  'GET /v1/leaderboards/:key': { permission: 'boards:read', playerToken: true },
  'GET /v1/leaderboards/:key/around/:playerId': { permission: 'boards:read', playerToken: true },
  'GET /v1/leaderboards/:key/players/:playerId': { permission: 'boards:read', playerToken: true },
  'GET /v1/players/:id': { permission: 'players:read', playerToken: true },
  'POST /v1/releases': { permission: 'releases:write' },
  'GET /v1/releases': { permission: 'releases:read' },
  'GET /v1/releases/:release': { permission: 'releases:read' },
  'POST /v1/player-tokens': { permission: 'player_tokens:write' },
  'POST /v1/keys': { permission: 'keys:write' },
  'GET /v1/keys': { permission: 'keys:read' },
  'GET /v1/keys/:id': { permission: 'keys:read' },
  'PATCH /v1/keys/:id': { permission: 'keys:write' },
  'POST /v1/keys/:id/roll': { permission: 'keys:write' },
  'DELETE /v1/keys/:id': { permission: 'keys:write' },
  'GET /v1/audit': { permission: 'audit:read' },
};
