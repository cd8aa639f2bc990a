import {
  type PermissionsIn,
  type Roles,
  checkRoles,
  mayManage,
  normalizeEmail,
  reachesTenant,
  roleIn,
} from './operator.js';

const TABLE: Readonly<Record<string, readonly string[]>> = {
  owner: ['look', 'change', 'manage'],
  admin: ['look', 'change', 'manage'],
  designer: ['look', 'change'],
  analyst: ['look'],
};
const permissionsIn: PermissionsIn = (roles, environment) => TABLE[roleIn(roles, environment) ?? ''] ?? [];

describe('the roles of an operator', () => {
  it('are those of the tenant, unless an environment has its own', () => {
    const roles: Roles = { tenant: 'designer', live: 'analyst' };
    expect([roleIn(roles, 'dev'), roleIn(roles, 'live')]).toEqual(['designer', 'analyst']);
    expect(roleIn({ dev: 'admin' }, 'live')).toBeUndefined();
  });

  it('reach the tenant when they are the same everywhere', () => {
    expect(reachesTenant({ tenant: 'admin' })).toBe(true);
    expect(reachesTenant({ tenant: 'admin', live: 'admin' })).toBe(true);
    expect(reachesTenant({ tenant: 'admin', live: 'analyst' })).toBe(false);
    expect(reachesTenant({ dev: 'admin', staging: 'admin', live: 'admin' })).toBe(false);
  });

  it.each<[string, Roles, string]>([
    ['none', {}, '/roles'],
    ['an owner of one environment', { live: 'owner' }, '/roles/live'],
    ['an owner who is less somewhere', { tenant: 'owner', live: 'analyst' }, '/roles/live'],
  ])('are not %s', (_what, roles, path) => {
    expect(checkRoles(roles)).toMatchObject({ error: { code: 'operators.invalid_roles', errors: [{ path }] } });
  });

  it.each<[string, Roles, Roles, boolean]>([
    ['an owner makes an owner', { tenant: 'owner' }, { tenant: 'owner' }, true],
    ['an admin makes an admin', { tenant: 'admin' }, { tenant: 'admin' }, true],
    ['an admin makes no owner', { tenant: 'admin' }, { tenant: 'owner' }, false],
    ['a designer makes no admin', { tenant: 'designer' }, { tenant: 'admin' }, false],
    ['who is less in live gives no more there', { tenant: 'admin', live: 'analyst' }, { live: 'designer' }, false],
    ['who is less in live gives as much there', { tenant: 'admin', live: 'analyst' }, { live: 'analyst' }, true],
  ])('are given so that %s', (_what, held, roles, may) => {
    expect(mayManage(held, roles, permissionsIn).ok).toBe(may);
  });
});

describe('an e-mail address', () => {
  it('is the same in whatever case and width it is written', () => {
    expect(normalizeEmail('  Ann@Example.COM ')).toBe('ann@example.com');
    expect(normalizeEmail('ａnn@example.com')).toBe('ann@example.com');
  });
});
