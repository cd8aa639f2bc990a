import { until } from '@laurel/testing';
import { OperatorsApp, PASSWORD, cookieOf } from './operators-app.builder.js';

let app: OperatorsApp;

beforeAll(async () => {
  app = await OperatorsApp.start();
});
afterAll(() => app.stop());

const codeOf = (answer: { json<T>(): T }): string => answer.json<{ code: string }>().code;
const refusedEverywhere = async (cookie: string): Promise<void> => {
  for (const of of app.instances) {
    await until('the session is refused', async () => {
      return (await app.call('GET', '/v1/session', cookie, { of })).statusCode === 401;
    });
  }
};

describe('an operator who signs in', () => {
  it('gets a cookie, and with it what the role permits, on every instance', async () => {
    const { tenant, email } = await app.tenant();
    const answer = await app.signIn(email.toUpperCase());
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-laurel_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure; Max-Age=43(200|199)$/,
    );
    const shown = await app.call('GET', '/v1/session', cookieOf(answer), { of: app.instances[1] });
    expect(shown.json()).toEqual(answer.json());
    expect(shown.json()).toMatchObject({
      operator: { email },
      tenant,
      environment: 'dev',
      role: 'owner',
      environments: ['dev', 'live'],
      permissions: expect.arrayContaining(['operators:write', 'releases:write']) as string[],
    });
  });

  it('is refused alike for an unknown address, a wrong password, an invitation not taken and a disabled account', async () => {
    const owner = await app.session((await app.tenant()).email);
    const { email } = await app.member(owner, { tenant: 'analyst' });
    const gone = await app.member(owner, { tenant: 'analyst' });
    await app.call('PATCH', `/v1/operators/${gone.id}`, owner, { payload: { status: 'disabled' } });
    const invited = { email: 'invited@example.com', name: 'Late', roles: { tenant: 'analyst' } };
    expect((await app.call('POST', '/v1/operators', owner, { payload: invited })).statusCode).toBe(201);

    const answers = [
      await app.signIn('nobody@example.com'),
      await app.signIn(email, 'another password'),
      await app.signIn(gone.email),
      await app.signIn(invited.email),
    ];
    const told = answers.map((answer) => ({ ...answer.json<object>(), status: answer.statusCode, requestId: '' }));
    expect(told).toEqual(Array(4).fill(told[0]));
    expect(told[0]).toMatchObject({ status: 401, code: 'operators.sign_in_refused' });
    expect(answers.map(({ headers }) => headers['set-cookie'])).toEqual(Array(4).fill(undefined));
  });

  it('waits after ten failures, whichever instance was asked, also with the right password', async () => {
    const { email } = await app.tenant();
    const tries = Array.from({ length: 10 }, (_, index) =>
      app.signIn(email, 'wrong', {}, app.instances[index % 2 ? 1 : 0]),
    );
    for (const answer of await Promise.all(tries)) expect(codeOf(answer)).toBe('operators.sign_in_refused');
    const refused = await app.signIn(email);
    expect([refused.statusCode, codeOf(refused)]).toEqual([429, 'operators.too_many_attempts']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await app.signIn((await app.tenant()).email)).statusCode).toBe(201);
  });

  it('signs in while Redis is away, and each instance counts failures by itself', async () => {
    const alone = await OperatorsApp.start({ LAUREL_REDIS_URL: 'redis://127.0.0.1:1' });
    const { email } = await alone.tenant();
    for (let attempt = 0; attempt < 10; attempt += 1) await alone.signIn(email, 'wrong');
    expect((await alone.signIn(email)).statusCode).toBe(429);
    const signedIn = await alone.signIn(email, PASSWORD, {}, alone.instances[1]);
    expect(signedIn.statusCode).toBe(201);
    await alone.stop();
  });

  it.each([
    ['no password', { email: 'a@example.com' }, '/password'],
    ['a query in place of a text', { email: { $ne: '' }, password: 'x' }, '/email'],
    ['a field that nobody asked for', { email: 'a@example.com', password: 'x', role: 'owner' }, '/role'],
  ])('is told what is wrong with %s', async (_what, payload, path) => {
    const answer = await app.call('POST', '/v1/sessions', '', { payload });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ path })]) });
  });
});

describe('a session', () => {
  it('changes nothing without the header that other sites cannot send', async () => {
    const cookie = await app.session((await app.tenant()).email);
    const payload = { name: 'k', kind: 'publishable' };
    const refused = await app.call('POST', '/v1/keys', cookie, { payload, headers: { 'x-laurel-csrf': '' } });
    expect([refused.statusCode, codeOf(refused)]).toEqual([403, 'auth.csrf']);
    expect((await app.call('POST', '/v1/keys', cookie, { payload })).statusCode).toBe(201);
  });

  it('reaches one workspace, and another only by switching, which ends the cookie before', async () => {
    const dev = await app.session((await app.tenant()).email);
    await app.call('POST', '/v1/keys', dev, { payload: { name: 'of dev', kind: 'publishable' } });
    const names = async (cookie: string) =>
      (await app.call('GET', '/v1/keys', cookie))
        .json<{ entries: { name: string }[] }>()
        .entries.map(({ name }) => name);
    expect(await names(dev)).toContain('of dev');

    const switched = await app.call('PUT', '/v1/session/environment', dev, { payload: { environment: 'live' } });
    expect(switched.json()).toMatchObject({ environment: 'live' });
    expect(await names(cookieOf(switched))).not.toContain('of dev');
    await refusedEverywhere(dev);
    const closed = await app.call('PUT', '/v1/session/environment', cookieOf(switched), {
      payload: { environment: 'staging' },
    });
    expect([closed.statusCode, codeOf(closed)]).toEqual([403, 'operators.environment_closed']);
  });

  it('ends at every instance when its operator signs out', async () => {
    const cookie = await app.session((await app.tenant()).email);
    expect((await app.call('GET', '/v1/session', cookie, { of: app.instances[1] })).statusCode).toBe(200);
    const out = await app.call('DELETE', '/v1/session', cookie);
    expect([out.statusCode, out.headers['set-cookie']]).toEqual([204, expect.stringContaining('Max-Age=0')]);
    await refusedEverywhere(cookie);
  });

  it('ends when its operator changes the password, and a new one begins', async () => {
    const { email } = await app.tenant();
    const [one, other] = [await app.session(email), await app.session(email)];
    const payload = { password: PASSWORD, newPassword: 'another long password' };
    const wrong = await app.call('PUT', '/v1/session/password', one, { payload: { ...payload, password: 'x' } });
    expect([wrong.statusCode, codeOf(wrong)]).toEqual([403, 'operators.wrong_password']);
    const changed = await app.call('PUT', '/v1/session/password', one, { payload });
    expect((await app.call('GET', '/v1/session', cookieOf(changed))).statusCode).toBe(200);
    await refusedEverywhere(one);
    await refusedEverywhere(other);
    expect((await app.signIn(email)).statusCode).toBe(401);
    expect((await app.signIn(email, payload.newPassword)).statusCode).toBe(201);
  });

  it.each([
    ['PUT', '/v1/session/environment', { environment: 'live' }],
    ['GET', '/v1/session', undefined],
  ] as const)(
    'of an old password leads to no other one while instances remember it: %s %s',
    async (method, url, payload) => {
      const { email } = await app.tenant();
      const [one, other] = [await app.session(email), await app.session(email)];
      expect((await app.call('GET', '/v1/session', other)).statusCode).toBe(200);
      const passwords = { password: PASSWORD, newPassword: 'another long password' };
      await app.call('PUT', '/v1/session/password', one, { payload: passwords });

      const answer = await app.call(method, url, other, payload ? { payload } : {});
      expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([401, undefined]);
    },
  );

  it('of a disabled operator does nothing to other operators while instances remember it', async () => {
    const owner = await app.session((await app.tenant()).email);
    const { id, email } = await app.member(owner, { tenant: 'admin' });
    const cookie = await app.session(email);
    expect((await app.call('GET', '/v1/operators', cookie)).statusCode).toBe(200);
    await app.call('PATCH', `/v1/operators/${id}`, owner, { payload: { status: 'disabled' } });

    const friend = { email: 'friend@example.com', name: 'Friend', roles: { tenant: 'admin' } };
    expect((await app.call('POST', '/v1/operators', cookie, { payload: friend })).statusCode).toBe(401);
  });

  it.each([
    ['gets other roles', 'PATCH', { roles: { tenant: 'support' } }],
    ['is disabled', 'PATCH', { status: 'disabled' }],
    ['is removed', 'DELETE', undefined],
  ] as const)('ends when its operator %s', async (_what, method, payload) => {
    const owner = await app.session((await app.tenant()).email);
    const { id, email } = await app.member(owner, { tenant: 'designer' });
    const cookie = await app.session(email);
    const changed = await app.call(method, `/v1/operators/${id}`, owner, payload ? { payload } : {});
    expect(changed.statusCode).toBeLessThan(300);
    await refusedEverywhere(cookie);
  });

  it('is in the audit log of the environment that it reaches, from its begin to its end', async () => {
    const { email } = await app.tenant();
    const dev = await app.session(email);
    const switched = await app.call('PUT', '/v1/session/environment', dev, { payload: { environment: 'live' } });
    await app.call('DELETE', '/v1/session', cookieOf(switched));
    const { operator } = switched.json<{ operator: { id: string } }>();
    const by = { actor: { kind: 'operator', id: operator.id }, requestId: expect.stringMatching(/./) as string };
    for (const [environment, before] of [
      ['dev', [{ action: 'sessions.create', ...by }]],
      [
        'live',
        [
          { action: 'sessions.end', ...by },
          { action: 'sessions.create', ...by },
        ],
      ],
    ] as const) {
      const log = await app.call('GET', '/v1/audit', await app.session(email, { environment }));
      expect(log.json()).toMatchObject({ entries: [{ action: 'sessions.create' }, ...before] });
    }
  });

  it('is kept as a hash alone', async () => {
    const cookie = await app.session((await app.tenant()).email);
    const stored = JSON.stringify(await app.db.collection('operatorSessions').find().toArray());
    expect(stored).not.toContain(cookie.split('=')[1]);
  });

  it('answers a write with an Idempotency-Key once more, to itself alone', async () => {
    const { email } = await app.tenant();
    const [one, other] = [await app.session(email), await app.session(email)];
    const once = { payload: { name: 'once', kind: 'publishable' }, headers: { 'idempotency-key': 'a' } };
    const first = await app.call('POST', '/v1/keys', one, once);
    const again = await app.call('POST', '/v1/keys', one, once);
    expect([again.json(), again.headers['idempotent-replayed']]).toEqual([first.json(), 'true']);
    expect((await app.call('POST', '/v1/keys', other, once)).json()).not.toEqual(first.json());
  });
});
