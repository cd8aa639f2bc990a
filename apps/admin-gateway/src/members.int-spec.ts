import { OperatorsApp, PASSWORD } from './operators-app.builder.js';

let app: OperatorsApp;

beforeAll(async () => {
  app = await OperatorsApp.start();
});
afterAll(() => app.stop());

const codeOf = (answer: { json<T>(): T }): string => answer.json<{ code: string }>().code;
const idOf = async (cookie: string): Promise<string> =>
  (await app.call('GET', '/v1/session', cookie)).json<{ operator: { id: string } }>().operator.id;
const owner = async (): Promise<string> => app.session((await app.tenant()).email);
const invite = (cookie: string, roles: object, email = 'new@example.com') =>
  app.call('POST', '/v1/operators', cookie, { payload: { email, name: 'New', roles } });

describe('who manages operators', () => {
  it('invites them by a token that sets one password, once', async () => {
    const cookie = await owner();
    const { id, passwordToken, ...shown } = (await invite(cookie, { tenant: 'analyst' })).json<
      Record<string, string>
    >();
    expect(shown).toMatchObject({ status: 'invited', roles: { tenant: 'analyst' }, createdBy: await idOf(cookie) });
    expect(JSON.stringify(await app.db.collection('operators').find().toArray())).not.toContain(
      passwordToken?.split('.')[1],
    );
    expect((await app.setPassword(`${passwordToken}`, 'short')).json()).toMatchObject({
      errors: [{ path: '/password' }],
    });
    expect((await app.setPassword(`${passwordToken}`)).statusCode).toBe(204);
    const again = await app.setPassword(`${passwordToken}`);
    expect([again.statusCode, codeOf(again)]).toEqual([422, 'operators.password_token_refused']);
    const listed = await app.call('GET', `/v1/operators/${id}`, cookie);
    expect(listed.json()).toMatchObject({ status: 'active', lastSignInAt: null });
    expect((await app.signIn('new@example.com')).statusCode).toBe(201);
  });

  it('gives out a new token for a forgotten password, which voids the one before', async () => {
    const cookie = await owner();
    const { id, email } = await app.member(cookie, { tenant: 'support' });
    const renew = async () =>
      (await app.call('POST', `/v1/operators/${id}/password-token`, cookie)).json<{ passwordToken: string }>()
        .passwordToken;
    const [first, second] = [await renew(), await renew()];
    expect((await app.setPassword(first, 'never this password')).statusCode).toBe(422);
    expect((await app.signIn(email, PASSWORD)).statusCode).toBe(201);
    expect((await app.setPassword(second, 'a newer long password')).statusCode).toBe(204);
    expect((await app.signIn(email, PASSWORD)).statusCode).toBe(401);
  });

  it('gives no more than they have', async () => {
    const cookie = await owner();
    const admin = await app.session((await app.member(cookie, { tenant: 'admin' })).email);
    const [ownerId, adminId] = [await idOf(cookie), await idOf(admin)];
    expect((await invite(admin, { tenant: 'admin' }, 'admin-2@example.com')).statusCode).toBe(201);
    const refused = [
      await invite(admin, { tenant: 'owner' }, 'owner-2@example.com'),
      await app.call('PATCH', `/v1/operators/${adminId}`, admin, { payload: { roles: { tenant: 'owner' } } }),
      await app.call('PATCH', `/v1/operators/${ownerId}`, admin, { payload: { status: 'disabled' } }),
      await app.call('DELETE', `/v1/operators/${ownerId}`, admin),
      await app.call('POST', `/v1/operators/${ownerId}/password-token`, admin),
    ];
    expect(refused.map(codeOf)).toEqual(Array(5).fill('operators.role_not_held'));
    expect(refused.map(({ statusCode }) => statusCode)).toEqual(Array(5).fill(403));
  });

  it.each([{ tenant: 'designer' }, { tenant: 'support' }, { dev: 'admin' }, { tenant: 'admin', live: 'analyst' }])(
    'is nobody with the roles %j',
    async (roles) => {
      const cookie = await app.session((await app.member(await owner(), roles)).email);
      expect((await app.call('GET', '/v1/session', cookie)).statusCode).toBe(200);
      expect((await app.call('GET', '/v1/operators', cookie)).statusCode).toBe(403);
      expect((await invite(cookie, { tenant: 'analyst' }, 'no@example.com')).statusCode).toBe(403);
    },
  );

  it('is no key, whatever it opens', async () => {
    const { devKey } = await app.tenant();
    const headers = { authorization: `Bearer ${devKey}` };
    expect((await app.call('GET', '/v1/operators', '', { headers })).statusCode).toBe(403);
    const asked = { name: 'k', kind: 'restricted', permissions: ['operators:write'] };
    expect((await app.call('POST', '/v1/keys', '', { headers, payload: asked })).statusCode).toBe(422);
  });

  it('sees those of the own tenant, and finds no others', async () => {
    const [ours, theirs] = [await owner(), await owner()];
    const { id } = await app.member(theirs, { tenant: 'analyst' });
    const answers = [
      await app.call('GET', `/v1/operators/${id}`, ours),
      await app.call('PATCH', `/v1/operators/${id}`, ours, { payload: { name: 'Ours' } }),
      await app.call('DELETE', `/v1/operators/${id}`, ours),
      await app.call('POST', `/v1/operators/${id}/password-token`, ours),
    ];
    expect(answers.map(codeOf)).toEqual(Array(4).fill('operators.not_found'));
    const list = (await app.call('GET', '/v1/operators', ours)).json<{ entries: { id: string }[] }>();
    expect(list.entries.map((entry) => entry.id)).toEqual([await idOf(ours)]);
  });

  it.each([
    ['roles that there are not', { email: 'a@example.com', name: 'A', roles: { tenant: 'root' } }, '/roles/tenant'],
    ['no role', { email: 'a@example.com', name: 'A', roles: {} }, '/roles'],
    ['no roles', { email: 'a@example.com', name: 'A' }, '/roles'],
    ['an owner of one environment', { email: 'a@example.com', name: 'A', roles: { live: 'owner' } }, '/roles/live'],
    ['no address', { email: 'a', name: 'A', roles: { tenant: 'analyst' } }, '/email'],
    ['a hash', { email: 'a@example.com', name: 'A', roles: { tenant: 'analyst' }, passwordHash: 'x' }, '/passwordHash'],
  ])('does not invite with %s', async (_what, payload, path) => {
    const answer = await app.call('POST', '/v1/operators', await owner(), { payload });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ path }] });
  });

  it('does not invite an address that an operator has, of whatever tenant', async () => {
    const { email } = await app.tenant();
    const answer = await invite(await owner(), { tenant: 'analyst' }, email.toUpperCase());
    expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'operators.email_in_use']);
  });
});

describe('the last owner', () => {
  it('can neither be removed, nor disabled, nor given another role', async () => {
    const cookie = await owner();
    const id = await idOf(cookie);
    await invite(cookie, { tenant: 'owner' }, 'no-password-yet@example.com');
    const refused = [
      await app.call('DELETE', `/v1/operators/${id}`, cookie),
      await app.call('PATCH', `/v1/operators/${id}`, cookie, { payload: { status: 'disabled' } }),
      await app.call('PATCH', `/v1/operators/${id}`, cookie, { payload: { roles: { tenant: 'admin' } } }),
    ];
    expect(refused.map(codeOf)).toEqual(Array(3).fill('operators.last_owner'));
    expect((await app.call('GET', '/v1/session', cookie)).statusCode).toBe(200);
  });

  it('is left when two owners remove each other at once', async () => {
    const one = await owner();
    const other = await app.session((await app.member(one, { tenant: 'owner' })).email);
    const [oneId, otherId] = [await idOf(one), await idOf(other)];
    const answers = await Promise.all([
      app.call('DELETE', `/v1/operators/${otherId}`, one),
      app.call('DELETE', `/v1/operators/${oneId}`, other),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
  });
});

describe('the audit log', () => {
  it('names the operator, and holds no token and no password', async () => {
    const cookie = await owner();
    const { id } = await app.member(cookie, { tenant: 'analyst' });
    await app.call('PATCH', `/v1/operators/${id}`, cookie, { payload: { roles: { tenant: 'support' } } });
    await app.call('DELETE', `/v1/operators/${id}`, cookie);
    const audit = await app.call('GET', '/v1/audit', cookie);
    const actor = { kind: 'operator', id: await idOf(cookie) };
    expect(audit.json()).toMatchObject({
      entries: [
        { action: 'operators.remove', target: id, actor, before: { roles: { tenant: 'support' } } },
        { action: 'operators.change', target: id, before: { roles: { tenant: 'analyst' } } },
        { action: 'operators.create', target: id, actor, after: { passwordToken: '[redacted]' } },
        { action: 'sessions.create', actor },
      ],
    });
    expect(audit.body).not.toContain(PASSWORD);
  });
});
