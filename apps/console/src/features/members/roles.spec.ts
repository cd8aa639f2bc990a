import { reachesAnything, rolesText, withoutNone } from './roles.js';

describe('roles of a member', () => {
  it.each([
    [{ tenant: 'owner' }, 'owner'],
    [{ tenant: 'designer', live: 'analyst' }, 'designer; live: analyst'],
    [{ dev: 'admin', staging: 'support' }, 'dev: admin; staging: support'],
    [{}, 'none'],
  ] as const)('%j are told as %s', (roles, text) => {
    expect(rolesText(roles)).toBe(text);
  });

  it('that are nowhere reach nothing', () => {
    expect(withoutNone({ tenant: undefined, dev: 'admin' })).toEqual({ dev: 'admin' });
    expect(reachesAnything({ tenant: undefined })).toBe(false);
    expect(reachesAnything({ live: 'analyst' })).toBe(true);
  });
});
