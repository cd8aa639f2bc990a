import { ok } from '@laurel/kernel';
import {
  AccessGuard,
  type AuditedRoute,
  type Credential,
  type CredentialVerifier,
  KEY_PERMISSIONS,
  PLAYER_TOKEN_PERMISSIONS,
  type Permission,
  auditRoutes,
} from '@laurel/platform-auth';
import type { ExecutionContext, Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ROLES } from '@laurel/tenancy-domain';
import { ROLE_PERMISSIONS } from '@laurel/tenancy-feature';
import { ACCESS_TABLE, OPERATORS_ONLY, ROLES_BY_PERMISSION, type RouteRow } from './access-table.js';
import { GATEWAYS, controllersOf } from './gateways.js';

interface Found {
  readonly name: string;
  readonly controller: Type;
  readonly route: AuditedRoute;
}

const key = (kind: 'secret_key' | 'publishable_key' | 'restricted_key', permissions: Credential['permissions']) =>
  ({ kind, workspace: 'ws_1', keyId: 'key_1', permissions }) as const;

const isOpenTo = (held: Permission, asked: RouteRow['permission']): boolean => asked === 'any' || asked === held;

/** Every kind of credential, and whether it must reach a route of this row. */
const CASES: readonly (readonly [name: string, credential: Credential, may: (row: RouteRow) => boolean])[] = [
  [
    'a secret key',
    key('secret_key', KEY_PERMISSIONS),
    ({ permission }: RouteRow) => permission === 'any' || !OPERATORS_ONLY.includes(permission),
  ],
  [
    'a publishable key',
    key('publishable_key', ['boards:read']),
    ({ permission }: RouteRow) => isOpenTo('boards:read', permission),
  ],
  ...KEY_PERMISSIONS.map(
    (only) =>
      [
        `a restricted key with ${only}`,
        key('restricted_key', [only]),
        ({ permission }: RouteRow) => isOpenTo(only, permission),
      ] as const,
  ),
  [
    'a player token with all that one can have',
    { kind: 'player_token', workspace: 'ws_1', playerId: 'ann', permissions: PLAYER_TOKEN_PERMISSIONS },
    ({ playerToken }: RouteRow) => playerToken === true,
  ],
  ...ROLES.map(
    (role) =>
      [
        `an operator who is ${role}`,
        {
          kind: 'operator',
          workspace: 'ws_1',
          operatorId: 'op_1',
          sessionId: 's',
          permissions: ROLE_PERMISSIONS[role],
        },
        ({ permission }: RouteRow) =>
          role === 'owner' ||
          role === 'admin' ||
          permission === 'any' ||
          (ROLES_BY_PERMISSION[permission]?.includes(role) ?? false),
      ] as const,
  ),
];

const ROWS = Object.entries(ACCESS_TABLE).flatMap(([gateway, rows]) =>
  Object.entries(rows).map(([route, row]) => ({ name: `${gateway} ${route}`, row })),
);

let found: Found[];

beforeAll(async () => {
  const gateways = GATEWAYS.map(async ([gateway, module]) =>
    (await controllersOf(module())).flatMap((controller) =>
      auditRoutes(controller)
        .filter(({ access }) => access?.kind !== 'public')
        .map((route) => ({ name: `${gateway} ${route.verb} ${route.path}`, controller, route })),
    ),
  );
  found = (await Promise.all(gateways)).flat();
});

/** Whether the guard, as the gateways have it, lets a credential through; every path parameter is `ann`. */
async function passes({ controller, route }: Found, credential?: Credential): Promise<boolean> {
  const verifier: Pick<CredentialVerifier, 'verify'> = { verify: () => Promise.resolve(ok(credential as Credential)) };
  const headers = credential ? { authorization: 'Bearer token' } : {};
  const params = new Proxy({}, { get: () => 'ann' });
  const context = {
    getType: () => 'http',
    getHandler: () => route.handler,
    getClass: () => controller,
    switchToHttp: () => ({ getRequest: () => ({ headers, params }), getResponse: () => ({}) }),
  };
  const guard = new AccessGuard(new Reflector(), verifier as CredentialVerifier);
  return guard.canActivate(context as unknown as ExecutionContext).catch(() => false);
}

describe('every guarded route of every gateway', () => {
  it('is in the table, and the table has no other', () => {
    expect(found.map(({ name }) => name).sort()).toEqual(ROWS.map(({ name }) => name).sort());
  });

  it.each(CASES)('lets %s through where the table says so, and nowhere else', async (_name, credential, may) => {
    const reached: string[] = [];
    for (const route of found) if (await passes(route, credential)) reached.push(route.name);
    const wanted = ROWS.filter(({ row }) => may(row));
    expect(reached.sort()).toEqual(wanted.map(({ name }) => name).sort());
  });

  it('lets nobody through without a credential', async () => {
    for (const route of found) expect(await passes(route)).toBe(false);
  });
});
