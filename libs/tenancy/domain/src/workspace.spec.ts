import { keyModeOf, nameWorkspace } from './workspace.js';

describe('a workspace', () => {
  it('is named by a tenant and one of its environments', () => {
    expect(nameWorkspace('demo', 'dev')).toEqual({ ok: true, value: { tenant: 'demo', environment: 'dev' } });
  });

  it('is refused with every rule its name breaks', () => {
    const named = nameWorkspace('De mo', 'prod');
    expect(named).toEqual({ ok: false, error: expect.objectContaining({ code: 'tenancy.invalid_workspace' }) });
    expect(!named.ok && named.error.errors?.map(({ path, rule }) => [path, rule])).toEqual([
      ['/tenant', 'slug'],
      ['/environment', 'enum'],
    ]);
  });

  it('has live keys in live only', () => {
    expect([keyModeOf('dev'), keyModeOf('staging'), keyModeOf('live')]).toEqual(['test', 'test', 'live']);
  });
});
