import { FakeClock } from '@laurel/testing';
import type { FastifyRequest } from 'fastify';
import { SESSION } from './session.js';
import { SessionCookie } from './session-cookie.js';
import { SessionVerifier } from './session.verifier.js';
import { Sessions, type StoredSession } from './sessions.port.js';

const NOW = Date.UTC(2026, 10, 21);
const TOKEN = 'a'.repeat(43);

class FakeSessions extends Sessions {
  session: StoredSession | undefined = {
    workspace: 'ws_1',
    operatorId: 'op_1',
    permissions: ['releases:read'],
    lastSeenAt: NOW,
    endsAt: NOW + SESSION.longestMs,
  };
  readonly noted: number[] = [];
  isAway = false;

  override find(): Promise<StoredSession | undefined> {
    return this.isAway ? Promise.reject(new Error('away')) : Promise.resolve(this.session);
  }

  override note(_sessionId: string, minute: number): Promise<void> {
    this.noted.push(minute);
    if (this.session) this.session = { ...this.session, lastSeenAt: minute };
    return Promise.resolve();
  }
}

const request = (method = 'GET', headers: Readonly<Record<string, string>> = {}) =>
  ({ method, headers }) as unknown as FastifyRequest;

describe('a session', () => {
  let clock: FakeClock;
  let sessions: FakeSessions;
  let verifier: SessionVerifier;
  const verify = (asked = request()) => verifier.verify(TOKEN, asked);
  const refusal = (code: string) => ({ ok: false, error: { code } });

  beforeEach(() => {
    clock = new FakeClock(NOW);
    sessions = new FakeSessions();
    verifier = new SessionVerifier(sessions, new SessionCookie(true), clock);
  });

  it('is its operator, in one workspace', async () => {
    expect(await verify()).toMatchObject({
      value: { kind: 'operator', workspace: 'ws_1', operatorId: 'op_1', permissions: ['releases:read'] },
    });
  });

  it('ends an hour after its last request', async () => {
    clock.advance(SESSION.idleMs - 1);
    expect((await verify()).ok).toBe(true);
    clock.advance(SESSION.idleMs - 60_000);
    expect((await verify()).ok).toBe(true);
    clock.advance(SESSION.idleMs);
    expect(await verify()).toMatchObject(refusal('auth.invalid_credential'));
  });

  it('ends twelve hours after it began, however much it is used', async () => {
    for (let passedMs = 0; passedMs + SESSION.idleMs / 2 < SESSION.longestMs; passedMs += SESSION.idleMs / 2) {
      expect((await verify()).ok).toBe(true);
      clock.advance(SESSION.idleMs / 2);
    }
    clock.advance(SESSION.idleMs / 2);
    expect(await verify()).toMatchObject(refusal('auth.invalid_credential'));
  });

  it('is refused within five seconds of its end', async () => {
    await verify();
    sessions.session = undefined;
    clock.advance(5_000);
    expect(await verify()).toMatchObject(refusal('auth.invalid_credential'));
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    'changes nothing by %s without the header that other sites cannot send',
    async (method) => {
      expect(await verify(request(method))).toMatchObject(refusal('auth.csrf'));
      expect(await verify(request(method, { 'x-laurel-csrf': 'yes' }))).toMatchObject(refusal('auth.csrf'));
      expect((await verify(request(method, { 'x-laurel-csrf': '1' }))).ok).toBe(true);
    },
  );

  it('cannot be looked up while the store is away', async () => {
    sessions.isAway = true;
    expect(await verify()).toMatchObject(refusal('auth.unavailable'));
  });

  it('keeps its last use by the minute', async () => {
    await verify();
    await verify();
    clock.advance(60_000);
    await verify();
    expect(sessions.noted).toEqual([NOW, NOW + 60_000]);
  });
});

describe('the cookie of a session', () => {
  const headers = (cookie: string) => ({ headers: { cookie } });

  it('is for this host, over HTTPS, and not for scripts or other sites', () => {
    expect(new SessionCookie(true).write(TOKEN, 60)).toBe(
      `__Host-laurel_session=${TOKEN}; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=60`,
    );
  });

  it('has another name over plain HTTP, where browsers refuse the prefix', () => {
    expect(new SessionCookie(false).write(TOKEN, 60)).toMatch(
      /^laurel_session=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Max/,
    );
  });

  it('is found among others, and not read when it cannot be one', () => {
    const cookie = new SessionCookie(true);
    expect(cookie.read(headers(`a=b; __Host-laurel_session=${TOKEN}; c=d`))).toBe(TOKEN);
    expect(cookie.read(headers(`x__Host-laurel_session=${TOKEN}`))).toBeUndefined();
    expect(cookie.read(headers(`laurel_session=${TOKEN}`))).toBeUndefined();
    expect(cookie.read(headers(`__Host-laurel_session=${TOKEN}x`))).toBeUndefined();
    expect(cookie.read({ headers: {} })).toBeUndefined();
  });
});
