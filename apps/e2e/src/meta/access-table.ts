import type { Permission } from '@laurel/platform-auth';
import type { Role } from '@laurel/tenancy-domain';

/** What each guarded route asks for, and whether a player token for its own player and any board passes. */
export interface RouteRow {
  /** `any`: every valid credential. */
  readonly permission: Permission | 'any';
  readonly playerToken?: true;
}

const LIMITS: Readonly<Record<string, RouteRow>> = { 'GET /v1/limits': { permission: 'any', playerToken: true } };

const resourcesOfDraft = (kind: string): Record<string, RouteRow> => ({
  [`GET /v1/${kind}`]: { permission: 'releases:read' },
  [`GET /v1/${kind}/:key`]: { permission: 'releases:read' },
  [`PUT /v1/${kind}/:key`]: { permission: 'releases:write' },
  [`PATCH /v1/${kind}/:key`]: { permission: 'releases:write' },
  [`DELETE /v1/${kind}/:key`]: { permission: 'releases:write' },
});

/** Every guarded route of every gateway: one that is missing here is a route that nobody has thought about. */
export const ACCESS_TABLE: Readonly<Record<string, Readonly<Record<string, RouteRow>>>> = {
  'ingestion-gateway': {
    ...LIMITS,
    'POST /v1/events': { permission: 'events:write', playerToken: true },
    'POST /v1/events/batch': { permission: 'events:write', playerToken: true },
    'POST /v1/leaderboards/:key/windows/:window/players/:id': { permission: 'events:write', playerToken: true },
  },
  'query-gateway': {
    ...LIMITS,
    'GET /v1/events': { permission: 'events:read' },
    'GET /v1/events/:id': { permission: 'events:read' },
    'GET /v1/leaderboards/:key': { permission: 'boards:read', playerToken: true },
    'GET /v1/leaderboards/:key/around/:playerId': { permission: 'boards:read', playerToken: true },
    'GET /v1/leaderboards/:key/players/:playerId': { permission: 'boards:read', playerToken: true },
    'GET /v1/players': { permission: 'players:read' },
    'GET /v1/players/:id': { permission: 'players:read', playerToken: true },
    'GET /v1/segments': { permission: 'players:read' },
    'GET /v1/segments/:key': { permission: 'players:read' },
    'GET /v1/segments/:key/players': { permission: 'players:read' },
    'GET /v1/players/:id/export': { permission: 'players:export' },
  },
  'admin-gateway': {
    ...LIMITS,
    'POST /v1/events/:id/void': { permission: 'events:void' },
    'GET /v1/quarantine': { permission: 'events:review' },
    'POST /v1/quarantine/:id/release': { permission: 'events:review' },
    'POST /v1/quarantine/:id/reject': { permission: 'events:review' },
    'GET /v1/draft': { permission: 'releases:read' },
    'PUT /v1/draft': { permission: 'releases:write' },
    'DELETE /v1/draft': { permission: 'releases:write' },
    'GET /v1/draft/diff': { permission: 'releases:read' },
    'POST /v1/draft/validate': { permission: 'releases:read' },
    'POST /v1/draft/dry-run': { permission: 'releases:dry_run' },
    ...resourcesOfDraft('stats'),
    ...resourcesOfDraft('rules'),
    ...resourcesOfDraft('leaderboards'),
    ...resourcesOfDraft('event-types'),
    ...resourcesOfDraft('currencies'),
    ...resourcesOfDraft('boosts'),
    ...resourcesOfDraft('segments'),
    ...resourcesOfDraft('rewards'),
    ...resourcesOfDraft('reward-schedules'),
    'GET /v1/rule-catalog': { permission: 'releases:read' },
    'POST /v1/releases': { permission: 'releases:write' },
    'GET /v1/releases': { permission: 'releases:read' },
    'GET /v1/releases/:release': { permission: 'releases:read' },
    'GET /v1/releases/:release/backfill': { permission: 'releases:read' },
    'GET /v1/releases/:from/diff/:to': { permission: 'releases:read' },
    'POST /v1/releases/:release/rollback': { permission: 'releases:write' },
    'POST /v1/releases/:release/archive': { permission: 'releases:write' },
    'DELETE /v1/releases/:release/archive': { permission: 'releases:write' },
    'POST /v1/promotions': { permission: 'releases:promote' },
    'PUT /v1/players/:id': { permission: 'players:write' },
    'PATCH /v1/players/:id': { permission: 'players:write' },
    'DELETE /v1/players/:id': { permission: 'players:erase' },
    'POST /v1/players/:id/suspend': { permission: 'players:write' },
    'POST /v1/players/:id/ban': { permission: 'players:write' },
    'POST /v1/players/:id/reinstate': { permission: 'players:write' },
    'POST /v1/players/:id/merge': { permission: 'players:write' },
    'POST /v1/imports/:id/players': { permission: 'players:import' },
    'GET /v1/imports/:id': { permission: 'players:import' },
    'POST /v1/leaderboards/:key/players/:id/hide': { permission: 'players:write' },
    'POST /v1/leaderboards/:key/players/:id/unhide': { permission: 'players:write' },
    'POST /v1/leaderboards/:key/players/:id/remove': { permission: 'players:write' },
    'POST /v1/leaderboards/:key/players/:id/adjust': { permission: 'players:write' },
    'POST /v1/player-tokens': { permission: 'player_tokens:write' },
    'PUT /v1/identity-provider': { permission: 'identity_provider:write' },
    'GET /v1/identity-provider': { permission: 'identity_provider:read' },
    'DELETE /v1/identity-provider': { permission: 'identity_provider:write' },
    'GET /v1/clock': { permission: 'clock:read' },
    'PUT /v1/clock': { permission: 'clock:write' },
    'POST /v1/clock/advance': { permission: 'clock:write' },
    'POST /v1/keys': { permission: 'keys:write' },
    'GET /v1/keys': { permission: 'keys:read' },
    'GET /v1/keys/:id': { permission: 'keys:read' },
    'PATCH /v1/keys/:id': { permission: 'keys:write' },
    'POST /v1/keys/:id/roll': { permission: 'keys:write' },
    'DELETE /v1/keys/:id': { permission: 'keys:write' },
    'GET /v1/audit': { permission: 'audit:read' },
    'GET /v1/session': { permission: 'session:own' },
    'DELETE /v1/session': { permission: 'session:own' },
    'PUT /v1/session/environment': { permission: 'session:own' },
    'PUT /v1/session/password': { permission: 'session:own' },
    'POST /v1/session/totp': { permission: 'session:own' },
    'PUT /v1/session/totp': { permission: 'session:own' },
    'POST /v1/session/totp/remove': { permission: 'session:own' },
    'POST /v1/operators': { permission: 'operators:write' },
    'GET /v1/operators': { permission: 'operators:read' },
    'GET /v1/operators/:id': { permission: 'operators:read' },
    'PATCH /v1/operators/:id': { permission: 'operators:write' },
    'DELETE /v1/operators/:id': { permission: 'operators:write' },
    'POST /v1/operators/:id/password-token': { permission: 'operators:write' },
    'DELETE /v1/operators/:id/totp': { permission: 'operators:write' },
  },
};

/** Which roles of operators reach routes of a permission, besides owners and admins: those reach every route. */
export const ROLES_BY_PERMISSION: Readonly<Partial<Record<Permission, readonly Role[]>>> = {
  'events:read': ['designer', 'analyst', 'support'],
  'events:void': ['support'],
  'events:review': ['support'],
  'boards:read': ['designer', 'analyst', 'support'],
  'players:read': ['designer', 'analyst', 'support'],
  'players:write': ['support'],
  'players:export': ['support'],
  'releases:read': ['designer', 'analyst', 'support'],
  'releases:dry_run': ['designer', 'analyst'],
  'releases:write': ['designer'],
  'releases:promote': ['designer'],
  'clock:read': ['designer', 'analyst', 'support'],
  'clock:write': ['designer'],
  'session:own': ['designer', 'analyst', 'support'],
};

/** What no key reaches: it is for people who signed in. */
export const OPERATORS_ONLY: readonly Permission[] = ['operators:read', 'operators:write', 'session:own'];
