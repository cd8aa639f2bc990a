import { LiveClient } from './live-client.builder.js';
import { LiveFeed, SESSION_TOKEN } from './live-feed.builder.js';

interface Issued {
  readonly ticket: string;
  readonly expiresAt: string;
}

describe('a ticket', () => {
  let feed: LiveFeed;
  let client: LiveClient;

  beforeEach(async () => {
    feed = await LiveFeed.start();
    client = await LiveClient.open(feed.url);
  });

  afterEach(async () => {
    client.ws.terminate();
    await feed.app.close();
  });

  const issue = async (token = 'player-a'): Promise<Issued> => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${feed.url}/v1/live/tickets`, { method: 'POST', headers });
    expect(answer.status).toBe(201);
    return (await answer.json()) as Issued;
  };

  const stream = (parameters: string): Promise<Response> => fetch(`${feed.url}/v1/live/stream?${parameters}`);

  it('is for who has a credential', async () => {
    expect((await fetch(`${feed.url}/v1/live/tickets`, { method: 'POST' })).status).toBe(401);
  });

  it('stands for the credential that asked for it', async () => {
    const { ticket, expiresAt } = await issue('player-a-one-board');
    expect(Date.parse(expiresAt)).not.toBeNaN();
    expect(await client.ask({ type: 'auth', ticket })).toEqual({ type: 'ready' });
    expect(await client.ask({ type: 'subscribe', topic: 'test:cup' })).toMatchObject({ subscription: 'ws_1 cup' });
    expect(await client.ask({ type: 'subscribe', topic: 'test:x' })).toMatchObject({ code: 'auth.board_forbidden' });
  });

  it('is good for one use', async () => {
    const { ticket } = await issue();
    expect(await client.ask({ type: 'auth', ticket })).toEqual({ type: 'ready' });
    const second = await LiveClient.open(feed.url);
    expect(await second.ask({ type: 'auth', ticket })).toMatchObject({ type: 'error', code: 'live.invalid_ticket' });
    expect(await second.closed).toEqual({ code: 4401, reason: 'live.invalid_ticket' });
    expect((await stream(`topic=test:x&ticket=${ticket}`)).status).toBe(401);
  });

  it('of nobody, and what is none, are answered as a used one', async () => {
    const { ticket } = await issue();
    feed.tickets.kept.clear();
    const details = new Set<string>();
    for (const wrong of [ticket, `lrt_${'A'.repeat(43)}`, 'lrl_test_sk_1_secret', '', 'x'.repeat(9_000)]) {
      const another = await LiveClient.open(feed.url);
      const answer = await another.ask({ type: 'auth', ticket: wrong });
      expect(answer).toMatchObject({ code: 'live.invalid_ticket' });
      if (answer.type === 'error') details.add(answer.detail);
    }
    expect(details.size).toBe(1);
  });

  it('ends with its credential', async () => {
    const { ticket } = await issue();
    await client.ask({ type: 'auth', ticket });
    feed.verifier.expired.add('player-a');
    expect(await client.next()).toEqual({ type: 'bye', code: 'auth.expired_token' });
    expect(await client.closed).toMatchObject({ code: 4401 });
  });

  it('is worth nothing once its credential has ended', async () => {
    const { ticket } = await issue();
    feed.verifier.expired.add('player-a');
    expect(await client.ask({ type: 'auth', ticket })).toMatchObject({ code: 'auth.expired_token' });
  });

  describe('of an operator', () => {
    const COOKIE = { cookie: `laurel_session=${SESSION_TOKEN}` };
    const ask = (headers: Readonly<Record<string, string>>): Promise<Response> =>
      fetch(`${feed.url}/v1/live/tickets`, { method: 'POST', headers });

    it('needs the header that other sites cannot send', async () => {
      const answer = await ask(COOKIE);
      expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'auth.csrf' }]);
    });

    it('stands for the session, ends with it, and keeps nobody signed in', async () => {
      const answer = await ask({ ...COOKIE, 'x-laurel-csrf': '1' });
      expect(answer.status).toBe(201);
      const { ticket } = (await answer.json()) as Issued;
      const { noted } = feed.sessions;
      expect(await client.ask({ type: 'auth', ticket })).toEqual({ type: 'ready' });
      expect(await client.ask({ type: 'subscribe', topic: 'test:x' })).toMatchObject({ subscription: 'ws_1 x' });
      feed.sessions.session.endsAt = 0;
      expect(await client.next()).toEqual({ type: 'bye', code: 'auth.invalid_credential' });
      expect(await client.closed).toMatchObject({ code: 4401 });
      expect(feed.sessions.noted).toBe(noted);
    });
  });

  it('leaves nothing in the store that tells of it or of its credential', async () => {
    const { ticket } = await issue('key');
    const stored = JSON.stringify([...feed.tickets.kept]);
    expect(feed.tickets.kept.size).toBe(1);
    for (const secret of [ticket, ticket.slice(4), 'key', 'bearer']) expect(stored).not.toContain(secret);
  });

  it('opens a stream', async () => {
    const { ticket } = await issue();
    const answer = await stream(`topic=test:x&ticket=${ticket}`);
    expect(answer.status).toBe(200);
    await answer.body?.cancel();
  });

  it('is the one thing of this kind that an address may hold', async () => {
    for (const parameters of [
      'ticket=key',
      'ticket=lrl_test_sk_1_secret',
      'token=key',
      'key=key',
      'authorization=key',
    ]) {
      expect((await stream(`topic=test:x&${parameters}`)).status).toBe(401);
    }
    const { ticket } = await issue();
    expect((await fetch(`${feed.url}/v1/live/tickets?ticket=${ticket}`, { method: 'POST' })).status).toBe(401);
    expect(feed.topic.frames).toEqual([]);
  });
});
