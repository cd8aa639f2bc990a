import { grantKey, mustHold, permissionsOf, statusOf } from './api-key.js';

const ALL = ['boards:read', 'events:write', 'keys:write'] as const;
const NOW = 1_000;
const by = (held: readonly (typeof ALL)[number][]) => ({ held, all: ALL, now: NOW });

describe('a key', () => {
  it('has the permissions of its kind: all, those that anyone may have, or those chosen', () => {
    expect(permissionsOf({ kind: 'secret' }, ALL)).toEqual(ALL);
    expect(permissionsOf({ kind: 'publishable' }, ALL)).toEqual(['boards:read']);
    expect(permissionsOf({ kind: 'restricted', permissions: ['events:write'] }, ALL)).toEqual(['events:write']);
  });

  it.each([
    ['a restricted one without permissions', { kind: 'restricted' } as const, '/permissions'],
    ['a secret one with chosen ones', { kind: 'secret', permissions: ['boards:read'] } as const, '/permissions'],
    ['one that has ended', { kind: 'publishable', expiresAt: NOW } as const, '/expiresAt'],
  ])('is refused as %s', (_what, request, path) => {
    expect(grantKey(request, by(ALL))).toMatchObject({
      ok: false,
      error: { code: 'tenancy.invalid_key', errors: [{ path }] },
    });
  });

  it('is given by one who holds all that it opens, and by nobody else', () => {
    expect(grantKey({ kind: 'restricted', permissions: ['events:write'] }, by(['events:write', 'keys:write']))).toEqual(
      {
        ok: true,
        value: ['events:write'],
      },
    );
    for (const request of [{ kind: 'secret' }, { kind: 'publishable' }] as const) {
      expect(grantKey(request, by(['keys:write']))).toMatchObject({
        ok: false,
        error: { code: 'tenancy.permission_not_held' },
      });
    }
    expect(mustHold(['boards:read'], ['boards:read'])).toEqual({ ok: true, value: undefined });
  });

  it('is active until its end, and until it is revoked', () => {
    expect(statusOf({ expiresAt: null, revokedAt: null }, NOW)).toBe('active');
    expect(statusOf({ expiresAt: NOW + 1, revokedAt: null }, NOW)).toBe('active');
    expect(statusOf({ expiresAt: NOW, revokedAt: null }, NOW)).toBe('expired');
    expect(statusOf({ expiresAt: NOW + 1, revokedAt: NOW - 1 }, NOW)).toBe('revoked');
  });
});
