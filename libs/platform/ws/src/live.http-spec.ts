import { connect } from 'node:net';
import { authErrors } from '@laurel/platform-auth';
import { until } from '@laurel/testing';
import { encodeFrame } from './encode-frame.js';
import { LiveClient } from './live-client.builder.js';
import { type FakeTopic, type FakeVerifier, LiveFeed } from './live-feed.builder.js';
import type { LiveLimits } from './live-limits.js';

describe('the live feed', () => {
  let feed: LiveFeed;
  let url: string;
  let verifier: FakeVerifier;
  let topic: FakeTopic;
  let client: LiveClient;

  const start = async (limits: Partial<LiveLimits> = {}): Promise<void> => {
    feed = await LiveFeed.start({ limits });
    ({ url, verifier, topic } = feed);
    client = await LiveClient.open(url);
  };

  const authenticate = async (token = 'key'): Promise<void> => {
    expect(await client.ask({ type: 'auth', token })).toEqual({ type: 'ready' });
  };

  const subscribe = (key: string): void => client.send({ type: 'subscribe', topic: `test:${key}` });

  afterEach(async () => {
    client.ws.terminate();
    await feed.app.close();
  });

  describe('authenticating', () => {
    beforeEach(() => start());

    it('takes a key, and frames sent right behind it', async () => {
      client.send({ type: 'auth', token: 'key' });
      client.send({ type: 'subscribe', id: '7', topic: 'test:x' });
      expect(await client.next()).toEqual({ type: 'ready' });
      expect(await client.next()).toMatchObject({ subscription: 'ws_1 x', id: '7' });
    });

    it('begins nothing for a connection that closed while its key was looked up', async () => {
      let open: () => void = () => undefined;
      verifier.gate = new Promise((resolve) => (open = resolve));
      client.send({ type: 'auth', token: 'key' });
      client.send({ type: 'subscribe', topic: 'test:x' });
      await until('its key is looked up', () => verifier.asked === 1);
      client.ws.terminate();
      await until('it is gone', () => feed.shows('laurel_live_sockets 0'));

      open();
      client = await LiveClient.open(url);
      await authenticate();
      subscribe('y');
      await client.next();

      expect([...topic.outlets.keys()]).toEqual(['y']);
    });

    it('closes a connection with a wrong token', async () => {
      expect(await client.ask({ type: 'auth', token: 'wrong' })).toMatchObject({ code: 'auth.invalid_credential' });
      expect(await client.closed).toEqual({ code: 4401, reason: 'auth.invalid_credential' });
    });

    it('closes a connection whose first frame is another', async () => {
      expect(await client.ask({ type: 'subscribe', id: '1', topic: 'test:x' })).toMatchObject({
        type: 'error',
        id: '1',
        code: 'live.not_authenticated',
      });
      expect(await client.closed).toMatchObject({ code: 4401 });
      expect(topic.outlets.size).toBe(0);
    });

    it('closes a connection whose first frame cannot be read', async () => {
      expect(await client.ask('{')).toMatchObject({ code: 'live.bad_frame' });
      expect(await client.closed).toMatchObject({ code: 1007 });
    });

    it('closes a connection that says nothing', async () => {
      expect(await client.next()).toEqual({ type: 'bye', code: 'live.not_authenticated' });
      expect(await client.closed).toMatchObject({ code: 4401 });
    });

    it('closes when the credential expires, and with it the subscriptions', async () => {
      await authenticate('player-a');
      subscribe('x');
      await client.next();
      verifier.expired.add('player-a');
      expect(await client.next()).toEqual({ type: 'bye', code: 'auth.expired_token' });
      expect(await client.closed).toEqual({ code: 4401, reason: 'auth.expired_token' });
      await until('the subscription is closed', () => topic.closed.includes('x'));
    });

    it('closes when the same token stands for less than it did', async () => {
      await authenticate('player-a');
      verifier.changed.set('player-a', 'player-a-one-board');
      expect(await client.next()).toEqual({ type: 'bye', code: 'auth.invalid_credential' });
      expect(await client.closed).toEqual({ code: 4401, reason: 'auth.invalid_credential' });
    });

    it('goes on with a newer token of the same player, and with no one else’s and no other scope', async () => {
      await authenticate('player-a');
      await authenticate('player-a-newer');
      verifier.expired.add('player-a');
      expect(await client.ask({ type: 'auth', token: 'player-b' })).toMatchObject({ code: 'live.other_identity' });
      const narrower = { type: 'auth', token: 'player-a-one-board' };
      expect(await client.ask(narrower)).toMatchObject({ code: 'live.other_identity' });
      expect(await client.ask({ type: 'subscribe', topic: 'test:x' })).toMatchObject({ subscription: 'ws_1 x' });
    });
  });

  describe('subscribing', () => {
    beforeEach(async () => {
      await start();
      await authenticate();
    });

    it('tells the topic what to answer to, and what was seen last', async () => {
      await client.ask({ type: 'subscribe', topic: 'test:x' });
      await client.ask({ type: 'subscribe', id: 'a', topic: 'test:x', after: { epoch: 'e', seq: 7, more: 'x' } });
      expect(topic.joinings).toEqual([{}, { answerTo: 'a', after: { epoch: 'e', seq: 7 } }]);
    });

    it('names the topics there are', async () => {
      const error = await client.ask({ type: 'subscribe', id: 'a', topic: 'nothing:x' });
      expect(error).toEqual({ type: 'error', id: 'a', code: 'live.unknown_topic', detail: 'The topics are `test:…`.' });
    });

    it.each([
      ['no topic', { type: 'subscribe' }],
      ['an unknown type', { type: 'shout' }],
      ['no type', {}],
      ['a list', []],
      ['an id that is no text', { type: 'subscribe', id: 1, topic: 'test:x' }],
      ['no JSON', 'hello'],
      ['a position that is a text', { type: 'subscribe', topic: 'test:x', after: 'e:1' }],
      ['a position without a number', { type: 'subscribe', topic: 'test:x', after: { epoch: 'e' } }],
      ['a position in halves', { type: 'subscribe', topic: 'test:x', after: { epoch: 'e', seq: 1.5 } }],
      ['a position that is nothing', { type: 'subscribe', topic: 'test:x', after: null }],
    ])('answers a frame with %s, and goes on', async (_what, frame) => {
      expect(await client.ask(frame)).toMatchObject({ type: 'error', code: 'live.bad_frame' });
      expect(await client.ask({ type: 'subscribe', topic: 'test:x' })).toMatchObject({ subscription: 'ws_1 x' });
    });

    it('answers a bug with an error that tells nothing of it, and goes on', async () => {
      expect(await client.ask({ type: 'subscribe', id: 'b', topic: 'test:broken' })).toEqual({
        type: 'error',
        id: 'b',
        code: 'live.internal',
        detail: 'The frame failed on our side.',
      });
      expect(await client.ask({ type: 'subscribe', topic: 'test:x' })).toMatchObject({ subscription: 'ws_1 x' });
    });

    it('closes a subscription when asked, once', async () => {
      await client.ask({ type: 'subscribe', topic: 'test:x' });
      expect(await client.ask({ type: 'unsubscribe', id: 'c', subscription: 'test:x' })).toEqual({
        type: 'unsubscribed',
        id: 'c',
        subscription: 'test:x',
      });
      expect(topic.closed).toEqual(['x']);
      expect(await client.ask({ type: 'unsubscribe', subscription: 'test:x' })).toMatchObject({
        code: 'live.unknown_subscription',
      });
    });

    it('closes all subscriptions of a connection that is gone', async () => {
      await client.ask({ type: 'subscribe', topic: 'test:x' });
      await client.ask({ type: 'subscribe', topic: 'test:y' });
      client.ws.terminate();
      await until('both are closed', () => topic.closed.length === 2);
    });

    it('tells when a topic ends a subscription', async () => {
      await client.ask({ type: 'subscribe', topic: 'test:x' });
      topic.outlets.get('x')?.endSubscription('test:x', authErrors.forbidden('No more.'));
      expect(await client.next()).toMatchObject({ type: 'error', subscription: 'test:x', code: 'auth.forbidden' });
    });

    it('takes no more subscriptions than it may', async () => {
      for (const key of ['1', '2', '3']) await client.ask({ type: 'subscribe', topic: `test:${key}` });
      expect(await client.ask({ type: 'subscribe', topic: 'test:4' })).toMatchObject({
        code: 'live.too_many_subscriptions',
      });
    });
  });

  it('refuses a topic that the credential has no permission for', async () => {
    await start();
    await authenticate('key-of-nothing');
    expect(await client.ask({ type: 'subscribe', topic: 'test:x' })).toMatchObject({ code: 'auth.forbidden' });
  });

  it('refuses a thing of a topic that the token was not minted for', async () => {
    await start();
    await authenticate('player-a-one-board');
    expect(await client.ask({ type: 'subscribe', topic: 'test:cup' })).toMatchObject({ subscription: 'ws_1 cup' });
    expect(await client.ask({ type: 'subscribe', topic: 'test:x' })).toMatchObject({ code: 'auth.board_forbidden' });
    expect([...topic.outlets.keys()]).toEqual(['cup']);
  });

  describe('protecting itself', () => {
    it('closes on binary frames', async () => {
      await start();
      await authenticate();
      client.ws.send(Buffer.from([1, 2, 3]), { binary: true });
      expect(await client.next()).toEqual({ type: 'bye', code: 'live.binary_frame' });
      expect(await client.closed).toMatchObject({ code: 1003 });
    });

    it('closes on frames that are too large', async () => {
      await start({ frameBytes: 1_024 });
      await authenticate();
      client.send({ type: 'subscribe', topic: 'x'.repeat(2_000) });
      expect(await client.closed).toMatchObject({ code: 1009 });
    });

    it('cuts off who sends a broken frame and does not answer the close', async () => {
      await start();
      await authenticate();
      await client.ask({ type: 'subscribe', topic: 'test:x' });
      client.ws.on('error', () => undefined);
      client.ws.pause();
      client.ws.send('{}', { mask: false });
      await until('it is cut off', () => topic.closed.length === 1);
    });

    it('closes when frames come much faster than they are answered', async () => {
      await start({ pendingFrames: 5 });
      await authenticate();
      for (let count = 0; count < 50; count += 1) subscribe(String(count));
      expect(await client.closed).toMatchObject({ code: 4429, reason: 'live.too_many_frames' });
    });

    it('skips changes for a slow reader, and cuts it off when it stays slow', async () => {
      await start({ slowMs: 0 });
      await authenticate();
      await client.ask({ type: 'subscribe', topic: 'test:x' });
      const outlet = topic.outlets.get('x');
      client.ws.pause();
      const frame = encodeFrame({ type: 'bye', code: 'x'.repeat(60_000) });
      await until('a change is skipped', () => outlet?.offer(frame) === false);
      expect(outlet?.isDrained()).toBe(false);
      await until('it is cut off', () => topic.closed.length === 1);
    });

    it('cuts off at once whom too much waits for', async () => {
      await start({ stuckBytes: 200_000 });
      await authenticate();
      await client.ask({ type: 'subscribe', topic: 'test:x' });
      client.ws.pause();
      const frame = encodeFrame({ type: 'bye', code: 'x'.repeat(60_000) });
      await until('it is cut off', () => {
        topic.outlets.get('x')?.send(frame);
        return topic.closed.length === 1;
      });
    });

    it('cuts off who pings and never reads the answers', async () => {
      await start({ stuckBytes: 10_000, pingMs: 600_000 });
      await authenticate();
      await client.ask({ type: 'subscribe', topic: 'test:x' });
      client.ws.pause();
      const payload = 'x'.repeat(125);
      await until('it is cut off', () => {
        for (let count = 0; count < 10_000 && client.ws.bufferedAmount === 0; count += 1) client.ws.ping(payload);
        return topic.closed.length === 1;
      });
    });

    it('pings, and gives up a connection that does not answer', async () => {
      await start({ pingMs: 0 });
      await authenticate();
      await client.ask({ type: 'subscribe', topic: 'test:x' });
      client.ws.pause();
      await until('it is given up', () => topic.closed.length === 1);
    });

    it('keeps a connection that answers pings', async () => {
      await start({ pingMs: 0 });
      await authenticate();
      let pings = 0;
      client.ws.on('ping', () => (pings += 1));
      await until('three pings came', () => pings >= 3);
      expect(await client.ask({ type: 'subscribe', topic: 'test:x' })).toMatchObject({ subscription: 'ws_1 x' });
    });

    it.each(['/v1/other', '//', '/'])('answers an upgrade of %s with 404', async (path) => {
      await start();
      expect(await statusOfUpgrade(url, path)).toMatch(/^HTTP\/1.1 404 /);
    });
  });

  describe('stopping', () => {
    it('says goodbye, closes with 1012 and waits for the answer', async () => {
      await start();
      await authenticate();
      const closing = feed.app.close();
      expect(await client.next()).toEqual({
        type: 'bye',
        code: 'live.stopping',
        retryAfterMs: expect.any(Number) as number,
      });
      expect(await client.closed).toEqual({ code: 1012, reason: 'live.stopping' });
      await closing;
    });

    it('does not wait for a client that never answers', async () => {
      await start();
      await authenticate();
      client.ws.pause();
      await feed.app.close();
    });
  });
});

/** First line of the answer to a WebSocket handshake. */
function statusOfUpgrade(url: string, path: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`);
    });
    socket.on('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString('utf8').split('\r\n')[0] ?? '');
    });
  });
}
