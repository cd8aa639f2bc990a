import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { until } from '@laurel/testing';
import { encodeFrame } from './encode-frame.js';
import { LiveClient } from './live-client.builder.js';
import { LiveFeed } from './live-feed.builder.js';
import type { LiveOptions } from './live.module.js';

const OURS = 'https://game.example';
const THEIRS = 'https://evil.example';

describe('the door of the live feed', () => {
  let feed: LiveFeed;
  const clients: LiveClient[] = [];

  const start = async (options: LiveOptions = {}): Promise<void> => {
    feed = await LiveFeed.start(options);
  };

  const open = async (): Promise<LiveClient> => {
    const client = await LiveClient.open(feed.url);
    clients.push(client);
    return client;
  };

  const enter = async (token: string): Promise<LiveClient> => {
    const client = await open();
    expect(await client.ask({ type: 'auth', token })).toEqual({ type: 'ready' });
    return client;
  };

  /** A connection whose end of it stays open, whatever the other end does. */
  const knockByHand = async (path: string): Promise<{ readonly socket: Socket; readonly answer: string }> => {
    const { port, hostname } = new URL(feed.url);
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    socket.on('error', () => undefined);
    const upgrade = ['connection: upgrade', 'upgrade: websocket', 'sec-websocket-version: 13'];
    const key = `sec-websocket-key: ${Buffer.alloc(16).toString('base64')}`;
    socket.write([`GET ${path} HTTP/1.1`, 'host: x', ...upgrade, key, '', ''].join('\r\n'));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.resume();
    return { socket, answer: answer.toString() };
  };

  afterEach(async () => {
    for (const client of clients.splice(0)) client.ws.terminate();
    await feed.app.close();
  });

  describe('with a list of origins', () => {
    beforeEach(() => start({ origins: [OURS] }));

    it('lets in its pages, and what is no browser', async () => {
      expect(await LiveClient.knock(feed.url, { origin: OURS })).toMatchObject({ status: 101 });
      expect(await LiveClient.knock(feed.url)).toMatchObject({ status: 101 });
    });

    it.each([THEIRS, 'null', 'http://game.example', 'https://game.example.evil.example', 'https://game.example:8443'])(
      'refuses pages of %s',
      async (origin) => {
        expect(await LiveClient.knock(feed.url, { origin })).toMatchObject({ status: 403 });
        const answer = await fetch(`${feed.url}/v1/live/stream?topic=test:x`, {
          headers: { origin, authorization: 'Bearer key' },
        });
        expect(answer.status).toBe(403);
        expect(await answer.json()).toMatchObject({ code: 'live.origin_refused' });
        expect(feed.topic.frames).toEqual([]);
        expect(await feed.shows('laurel_live_refused_total{code="live.origin_refused"} 2')).toBe(true);
      },
    );

    it('tells browsers so, and never to send cookies', async () => {
      const preflight = async (origin: string): Promise<Headers> => {
        const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x' };
        return (await fetch(`${feed.url}/v1/live/tickets`, { method: 'OPTIONS', headers })).headers;
      };
      const ours = await preflight(OURS);
      expect(ours.get('access-control-allow-origin')).toBe(OURS);
      expect(ours.get('access-control-allow-methods')).toContain('POST');
      const allowed = (ours.get('access-control-allow-headers') ?? '').split(', ');
      expect(allowed).toEqual(expect.arrayContaining(['authorization', 'content-type', 'last-event-id']));
      expect(allowed).not.toContain('x-laurel-csrf');
      expect(ours.has('access-control-allow-credentials')).toBe(false);
      expect((await preflight(THEIRS)).has('access-control-allow-origin')).toBe(false);
    });
  });

  it('is open to pages of any origin unless it has a list', async () => {
    await start();
    expect(await LiveClient.knock(feed.url, { origin: THEIRS })).toMatchObject({ status: 101 });
  });

  it.each(['token=key', 'ticket=x', 'x'])('refuses an address with parameters: %s', async (parameters) => {
    await start();
    expect(await LiveClient.knock(feed.url, {}, parameters)).toMatchObject({ status: 400 });
  });

  it('lets in no more than it can hold, until one leaves', async () => {
    await start({ limits: { connections: 2 } });
    const [first] = [await enter('key'), await enter('key')];
    const refused = await LiveClient.knock(feed.url);
    expect(refused.status).toBe(503);
    expect(Number(refused.retryAfter)).toBeGreaterThanOrEqual(1);
    const stream = await fetch(`${feed.url}/v1/live/stream?topic=test:x`, { headers: { authorization: 'Bearer key' } });
    expect(stream.status).toBe(503);
    expect(await stream.json()).toMatchObject({ code: 'live.busy' });
    first?.ws.close();
    await until('one has left', () => feed.shows('laurel_live_sockets 1'));
    expect(await LiveClient.knock(feed.url)).toMatchObject({ status: 101 });
  });

  it('turns away a storm beyond its admission, and all of it gets in by and by', async () => {
    await start({ limits: { connectionsPerSecond: 50, comeBackMs: 0 } });
    const storm = await Promise.all(Array.from({ length: 150 }, () => LiveClient.knock(feed.url)));
    const refused = storm.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(storm.filter(({ status }) => status === 101).length).toBeGreaterThanOrEqual(50);
    const waits = refused.map(({ retryAfter }) => Number(retryAfter));
    expect(waits.every((seconds) => seconds >= 1 && seconds <= 10)).toBe(true);
    expect(new Set(waits).size).toBeGreaterThan(1);
    await until('everyone was let in', async () => {
      const answers = await Promise.all(refused.map(() => LiveClient.knock(feed.url)));
      for (const { status } of answers) if (status === 101) refused.pop();
      return refused.length === 0;
    });
  });

  it('asks whom it sees out to come back over as long as another takes to let them in', async () => {
    await start({ limits: { connectionsPerSecond: 20, comeBackMs: 100 } });
    const leaving = await Promise.all(Array.from({ length: 20 }, () => enter('key')));
    const closing = feed.app.close();
    const byes = await Promise.all(leaving.map((client) => client.next()));
    const waits = byes.map((bye) => (bye.type === 'bye' ? (bye.retryAfterMs ?? -1) : -1));
    expect(waits.every((ms) => ms >= 25 && ms <= 1_025)).toBe(true);
    expect(new Set(waits).size).toBeGreaterThan(10);
    await closing;
  });

  it('lets one player in so many times, and others all the same', async () => {
    await start({ limits: { playerConnections: 2 } });
    const [first] = [await enter('player-a'), await enter('player-a-newer')];
    const third = await open();
    expect(await third.ask({ type: 'auth', token: 'player-a' })).toMatchObject({ code: 'live.too_many_connections' });
    expect(await third.closed).toMatchObject({ code: 4429 });
    const stream = await fetch(`${feed.url}/v1/live/stream?topic=test:x`, {
      headers: { authorization: 'Bearer player-a' },
    });
    expect(stream.status).toBe(429);
    await enter('player-b');
    first?.ws.terminate();
    await until('one has left', () => feed.shows('laurel_live_sockets 2'));
    await enter('player-a');
  });

  it('cuts off who sends more frames than it may, each of them fast to answer', async () => {
    await start({ limits: { frameBurst: 10, framesPerSecond: 1 } });
    const client = await enter('key');
    for (let asked = 0; asked < 9; asked += 1) await client.ask({ type: 'unsubscribe', subscription: 'none' });
    expect(await client.ask({ type: 'unsubscribe', subscription: 'none' })).toEqual({
      type: 'bye',
      code: 'live.too_many_frames',
      retryAfterMs: expect.any(Number) as number,
    });
    expect(await client.closed).toMatchObject({ code: 4429 });
  });

  it.each(['ping', 'pong'] as const)('counts each %s as a frame', async (kind) => {
    await start({ limits: { frameBurst: 10, framesPerSecond: 1 } });
    const client = await enter('key');
    for (let sent = 0; sent < 20; sent += 1) client.ws[kind]();
    expect(await client.closed).toMatchObject({ code: 4429 });
  });

  it('stops though a client that said goodbye never hangs up', async () => {
    await start({ limits: { closeMs: 100 } });
    const held = await knockByHand('/v1/live');
    expect(held.answer).toMatch(/^HTTP\/1\.1 101 /);
    held.socket.write(Buffer.from([0x88, 0x80, 0, 0, 0, 0]));
    await once(held.socket, 'end');
    expect(await feed.shows('laurel_live_sockets 1')).toBe(true);
    await feed.app.close();
    expect(await feed.shows('laurel_live_sockets 0')).toBe(true);
    held.socket.destroy();
  });

  it('holds little for 500 clients that never read, and cuts them all off', async () => {
    await start({ limits: { connectionsPerSecond: 1_000, slowMs: 0, frameBurst: 10 } });
    const idle = await Promise.all(Array.from({ length: 500 }, () => enter('key')));
    for (const [index, client] of idle.entries()) {
      await client.ask({ type: 'subscribe', topic: `test:${index}` });
      client.ws.pause();
    }
    const outlets = [...feed.topic.outlets.values()];
    const frame = encodeFrame({ type: 'bye', code: 'x'.repeat(30_000) });
    global.gc?.();
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    await until('all are cut off', () => {
      for (const outlet of outlets) outlet.offer(frame);
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      return feed.topic.closed.length === 500;
    });
    // Each frame is one buffer, however many wait for it.
    expect(most).toBeLessThan(100 * 1024 * 1024);
    expect(await feed.shows('laurel_live_sockets 0')).toBe(true);
  });

  it('shows a credential of another workspace nothing of this one', async () => {
    await start();
    const client = await enter('key-of-others');
    expect(await client.ask({ type: 'subscribe', topic: 'test:x' })).toMatchObject({ subscription: 'ws_2 x' });
  });

  it('goes on with a newer token after the older one has closed the connection', async () => {
    await start();
    const client = await enter('player-a');
    feed.verifier.expired.add('player-a');
    expect(await client.next()).toMatchObject({ type: 'bye', code: 'auth.expired_token' });
    expect(await client.closed).toMatchObject({ code: 4401 });
    const again = await enter('player-a-newer');
    const after = { epoch: 'e', seq: 7 };
    await again.ask({ type: 'subscribe', topic: 'test:x', after });
    expect(feed.topic.frames).toMatchObject([{ after }]);
  });

  it.each([
    ['half an object', '{"type":'],
    ['a list', '[]'],
    ['a text', '"auth"'],
    ['a number for a type', '{"type":7}'],
    ['nothing that is shown', '\u0000'],
    ['lists without end', `{"type":"auth","token":${'['.repeat(5_000)}`],
  ])('answers %s with an error before it closes', async (_what, frame) => {
    await start();
    const client = await open();
    client.send(frame);
    expect(await client.next()).toMatchObject({ type: 'error', code: 'live.bad_frame' });
    expect(await client.closed).toMatchObject({ code: 1007 });
  });

  const offer = (path: string, protocol: string): string =>
    `GET ${path} HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: ${protocol}\r\n\r\n`;

  it('answers requests that offer another upgrade, as Java’s client does, as any other', async () => {
    await start();
    const socket = connect(Number(new URL(feed.url).port), '127.0.0.1');
    socket.write(offer('/v1/live/stream', 'h2c').replace('upgrade\r\n', 'upgrade, close\r\n'));
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 401 [^]*"code":"auth\.missing_credential"/);
  });

  it('holds nothing of whom it refused, though they never hang up', async () => {
    await start();
    const port = Number(new URL(feed.url).port);
    const refused = ['/v1/nothing', '/v1/live?token=key'].map((path) => {
      const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
      socket.write(offer(path, 'websocket'));
      return socket;
    });
    expect(await Promise.all(refused.map((socket) => text(socket)))).toEqual([
      expect.stringMatching(/^HTTP\/1\.1 404 /),
      expect.stringMatching(/^HTTP\/1\.1 400 /),
    ]);
    const server = feed.app.getHttpServer();
    const connections = (): Promise<number> =>
      new Promise((resolve) => server.getConnections((_error, count) => resolve(count)));
    await until('their connections are gone', async () => (await connections()) === 0);
    for (const socket of refused) socket.destroy();
  });

  it('closes on a frame of many megabytes without reading it', async () => {
    await start();
    const client = await enter('key');
    client.ws.on('error', () => undefined);
    client.send({ type: 'subscribe', topic: 'x'.repeat(8 * 1024 * 1024) });
    await once(client.ws, 'close');
    await until('it is gone', () => feed.shows('laurel_live_sockets 0'));
    expect(feed.topic.frames).toEqual([]);
  });
});
