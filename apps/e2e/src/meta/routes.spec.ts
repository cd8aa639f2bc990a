import { PERMISSIONS, auditRoutes, authErrors } from '@laurel/platform-auth';
import { problemsOf } from '@laurel/platform-http';
import { GATEWAYS, controllersOf } from './gateways.js';

describe.each(GATEWAYS)('every route of the %s', (_name, module) => {
  const routes = async () => (await controllersOf(module())).flatMap(auditRoutes);
  const nameOf = ({ controller, method }: { controller: string; method: string }): string => `${controller}.${method}`;

  it('asks for exactly one permission, for any credential, or is public', async () => {
    const found = await routes();
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ access }) => access === undefined).map(nameOf)).toEqual([]);
    for (const { access } of found) {
      if (access?.kind === 'permission') expect(PERMISSIONS).toContain(access.permission);
    }
  });

  it('is public only where it tells nothing of a workspace, or proves who one is', async () => {
    const open = (await routes()).filter(({ access }) => access?.kind === 'public');
    expect(open.map(({ controller }) => controller)).toEqual(
      open.map(() => expect.stringMatching(/^(Health|Metrics|SignIn|SetPassword)Controller$/) as string),
    );
  });

  it('documents its errors', async () => {
    const guarded = (await routes()).filter(({ access }) => access?.kind === 'permission');
    const silent = guarded.filter(({ handler }) => problemsOf(handler).every((problem) => isAuthError(problem.code)));
    expect(silent.map(nameOf)).toEqual([]);
  });
});

it('every route of the admin gateway that is no GET is in the audit log, or says why it is not', async () => {
  const [, module] = GATEWAYS.find(([name]) => name === 'admin-gateway') ?? [];
  if (!module) throw new Error('there is no admin gateway');
  const writes = (await controllersOf(module())).flatMap(auditRoutes).filter(({ verb }) => verb !== 'GET');
  expect(writes.length).toBeGreaterThan(0);
  expect(writes.filter(({ audit }) => audit === undefined).map(({ verb, path }) => `${verb} ${path}`)).toEqual([]);
  const actions = writes.flatMap(({ audit }) => (audit?.kind === 'audited' ? [audit.action] : []));
  expect(actions).toEqual(actions.map(() => expect.stringMatching(/^[a-z_]+\.[a-z_]+$/) as string));
});

const isAuthError = (code: string): boolean => Object.values(authErrors).some((error) => error.code === code);
