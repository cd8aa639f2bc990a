import { LaurelStack } from './stack/laurel-stack.js';
import { runScript } from './stack/service-process.js';

const PASSWORD = 'a long enough password';
const PROGRAM = { stats: [{ key: 'points', aggregation: 'sum' }], rules: [], leaderboards: [] };

let stack: LaurelStack;

beforeAll(async () => {
  stack = await LaurelStack.start({ LAUREL_SESSION_COOKIE: 'plain' });
  for (const environment of ['dev', 'live']) await stack.createWorkspace('acme', environment);
});
afterAll(() => stack.stop());

async function call(base: string, method: string, path: string, cookie: string, body?: object): Promise<Response> {
  const typed = body ? { 'content-type': 'application/json' } : {};
  const headers = { cookie, 'x-laurel-csrf': '1', ...typed };
  return fetch(`${base}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
}

const admin = (method: string, path: string, cookie: string, body?: object): Promise<Response> =>
  call(stack.admin.url, method, path, cookie, body);

async function signIn(email: string): Promise<string> {
  const answer = await admin('POST', '/v1/sessions', '', { email, password: PASSWORD });
  expect(answer.status).toBe(201);
  return cookieOf(answer);
}

const cookieOf = ({ headers }: Response): string => (headers.get('set-cookie') ?? '').split(';')[0] ?? '';

it('an owner from the command line invites an analyst, who looks at one environment and changes nothing', async () => {
  const args = ['--tenant', 'acme', '--email', 'owner@example.com'];
  const output = await runScript('admin-gateway', 'create-owner.js', args, stack.environment);
  const { passwordToken: first } = JSON.parse(output.trim().split('\n').at(-1) ?? '') as { passwordToken: string };
  expect((await admin('POST', '/v1/passwords', '', { token: first, password: PASSWORD })).status).toBe(204);
  const owner = await signIn('owner@example.com');

  const released = await admin('POST', '/v1/releases', owner, { program: PROGRAM, note: 'by hand' });
  const { operator } = (await (await admin('GET', '/v1/session', owner)).json()) as { operator: { id: string } };
  expect(released.status).toBe(201);
  expect(await released.json()).toMatchObject({ author: operator.id });

  const wanted = { email: 'analyst@example.com', name: 'Analyst', roles: { dev: 'analyst' } };
  const invited = await admin('POST', '/v1/operators', owner, wanted);
  const { id, passwordToken } = (await invited.json()) as { id: string; passwordToken: string };
  await admin('POST', '/v1/passwords', '', { token: passwordToken, password: PASSWORD });
  const analyst = await signIn('analyst@example.com');

  expect((await admin('GET', '/v1/releases', analyst)).status).toBe(200);
  expect((await call(stack.query.url, 'GET', '/v1/events', analyst)).status).toBe(200);
  expect((await admin('POST', '/v1/releases', analyst, { program: PROGRAM })).status).toBe(403);
  expect((await admin('PUT', '/v1/session/environment', analyst, { environment: 'live' })).status).toBe(403);
  // Events come from servers and players: their gateway takes no cookies.
  expect((await call(stack.ingestion.url, 'POST', '/v1/events', owner, {})).status).toBe(401);

  const audit = await (await admin('GET', '/v1/audit', owner)).json();
  expect(audit).toMatchObject({
    entries: [
      { action: 'sessions.create', actor: { kind: 'operator', id } },
      { action: 'operators.create', target: id, actor: { kind: 'operator', id: operator.id } },
      { action: 'releases.publish', actor: { kind: 'operator', id: operator.id } },
      { action: 'sessions.create', actor: { kind: 'operator', id: operator.id } },
    ],
  });
});
