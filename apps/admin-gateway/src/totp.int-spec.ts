import { randomBytes } from 'node:crypto';
import { TOTP } from 'otpauth';
import { OperatorsApp, PASSWORD } from './operators-app.builder.js';

const STEP_MS = 30_000;

let app: OperatorsApp;

beforeAll(async () => {
  app = await OperatorsApp.start({ LAUREL_OPERATOR_SECRETS_KEY: randomBytes(32).toString('base64') });
});
afterAll(() => app.stop());

const codeOf = (answer: { json<T>(): T }): string => answer.json<{ code: string }>().code;
const enrol = (cookie: string, password = PASSWORD) =>
  app.call('POST', '/v1/session/totp', cookie, { payload: { password } });
const confirm = (cookie: string, code: string) => app.call('PUT', '/v1/session/totp', cookie, { payload: { code } });

/** Codes of an authenticator: of this step, or of one before or after. */
const codes = (secret: string) => (steps: number) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + steps * STEP_MS });

/** An owner with an authenticator that was confirmed with the code of now. */
async function enrolled() {
  const { email } = await app.tenant();
  const cookie = await app.session(email);
  const offered = (await enrol(cookie)).json<{ secret: string; uri: string }>();
  const code = codes(offered.secret);
  const confirmed = await confirm(cookie, code(0));
  if (confirmed.statusCode !== 200) throw new Error(confirmed.body);
  return { email, cookie, ...offered, code, ...confirmed.json<{ recoveryCodes: string[] }>() };
}

describe('one-time codes', () => {
  it('are asked for from when one has confirmed the authenticator', async () => {
    const { email } = await app.tenant();
    const cookie = await app.session(email);
    const offered = await enrol(cookie);
    const { secret, uri } = offered.json<{ secret: string; uri: string }>();
    expect(offered.statusCode).toBe(201);
    expect(uri).toContain(`secret=${secret}`);
    expect((await app.signIn(email)).statusCode).toBe(201);

    const wrong = await confirm(cookie, codes(secret)(10));
    expect([wrong.statusCode, codeOf(wrong)]).toEqual([422, 'operators.wrong_code']);
    expect((await confirm(cookie, codes(secret)(0))).json()).toMatchObject({
      recoveryCodes: Array(10).fill(expect.stringMatching(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/)) as string[],
    });

    const refused = await app.signIn(email);
    expect([refused.statusCode, codeOf(refused)]).toEqual([401, 'operators.code_required']);
    expect((await app.signIn(email, PASSWORD, { code: codes(secret)(1) })).statusCode).toBe(201);
  });

  it('are taken once, and none that came before the last', async () => {
    const { email, code } = await enrolled();
    const next = code(1);
    const tries = Array.from({ length: 5 }, () => app.signIn(email, PASSWORD, { code: next }));
    const statuses = (await Promise.all(tries)).map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([201, 401, 401, 401, 401]);
    expect(codeOf(await app.signIn(email, PASSWORD, { code: code(0) }))).toBe('operators.sign_in_refused');
  });

  it('of another time are refused, and those of nobody', async () => {
    const { email, code } = await enrolled();
    for (const wrong of [code(-3), code(3), 'ABCD-EFGH-IJKL-MNOP', '']) {
      expect((await app.signIn(email, PASSWORD, { code: wrong })).statusCode).toBeGreaterThanOrEqual(400);
    }
  });

  it('do not help without the password', async () => {
    const { email, code } = await enrolled();
    expect(codeOf(await app.signIn(email, 'wrong', { code: code(0) }))).toBe('operators.sign_in_refused');
    expect((await app.signIn(email, PASSWORD, { code: code(1) })).statusCode).toBe(201);
  });

  it('are replaced by recovery codes, each once', async () => {
    const { email, recoveryCodes } = await enrolled();
    const [first = '', second = ''] = recoveryCodes;
    expect((await app.signIn(email, PASSWORD, { code: first.toLowerCase().replaceAll('-', ' ') })).statusCode).toBe(
      201,
    );
    expect((await app.signIn(email, PASSWORD, { code: first })).statusCode).toBe(401);
    expect((await app.signIn(email, PASSWORD, { code: second })).statusCode).toBe(201);
  });

  it('are begun and given up with the password alone, and set up once', async () => {
    const { email, cookie } = await enrolled();
    expect(codeOf(await enrol(cookie, 'wrong'))).toBe('operators.wrong_password');
    expect(codeOf(await enrol(cookie))).toBe('operators.totp_on');
    expect(codeOf(await confirm(cookie, '123456'))).toBe('operators.totp_not_begun');
    const remove = (password: string) => app.call('POST', '/v1/session/totp/remove', cookie, { payload: { password } });
    expect(codeOf(await remove('wrong'))).toBe('operators.wrong_password');
    expect((await remove(PASSWORD)).statusCode).toBe(204);
    expect((await app.signIn(email)).statusCode).toBe(201);
  });

  it('are taken away from who lost them by those who manage the operator, and by no less', async () => {
    const { cookie } = await enrolled();
    const { id, email } = await app.member(cookie, { tenant: 'admin' });
    const member = await app.session(email);
    const { secret } = (await enrol(member)).json<{ secret: string }>();
    await confirm(member, codes(secret)(0));
    const self = (await app.call('GET', '/v1/session', cookie)).json<{ operator: { id: string } }>().operator.id;
    expect(codeOf(await app.call('DELETE', `/v1/operators/${self}/totp`, member))).toBe('operators.role_not_held');
    expect((await app.call('DELETE', `/v1/operators/${id}/totp`, cookie)).statusCode).toBe(204);
    expect((await app.signIn(email)).statusCode).toBe(201);
  });

  it('leave no secret in the store or in the audit log', async () => {
    const { secret, recoveryCodes, cookie } = await enrolled();
    const operators = await app.db.collection('operators').find().toArray();
    const stored = JSON.stringify([operators, await app.db.collection('audit').find().toArray()]);
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(recoveryCodes[0]);
    expect((await app.call('GET', '/v1/audit', cookie)).json()).toMatchObject({
      entries: [
        { action: 'operators.confirm_totp' },
        { action: 'operators.begin_totp' },
        { action: 'sessions.create' },
      ],
    });
  });
});

describe('a gateway without a key for operators’ secrets', () => {
  it('says that it has none', async () => {
    const without = await OperatorsApp.start();
    const cookie = await without.session((await without.tenant()).email);
    const answer = await without.call('POST', '/v1/session/totp', cookie, { payload: { password: PASSWORD } });
    expect([answer.statusCode, codeOf(answer)]).toEqual([503, 'operators.totp_unavailable']);
    await without.stop();
  });
});
