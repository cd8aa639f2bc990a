import { until } from '@laurel/testing';
import { type ServerFrame } from '@laurel/contracts';
import { authErrors } from '@laurel/platform-auth';
import { encodeFrame } from './encode-frame.js';
import { LiveFeed } from './live-feed.builder.js';
import type { LiveLimits } from './live-limits.js';
import { StreamClient } from './stream-client.builder.js';

const DELTA: ServerFrame = {
  type: 'delta',
  subscription: 'test:x',
  epoch: 'abc-_1',
  seq: 41,
  changed: [{ rank: 1, playerId: 'zoë\n', score: 5, columns: {}, reachedAt: null }],
  removed: [],
  total: 1,
};

describe('the live feed as server-sent events', () => {
  let feed: LiveFeed;
  let client: StreamClient;

  const start = async (limits: Partial<LiveLimits> = {}): Promise<void> => {
    feed = await LiveFeed.start({ limits });
  };

  const open = async (
    parameters = 'topic=test:x',
    headers: Readonly<Record<string, string>> = {},
  ): Promise<StreamClient> => {
    client = await StreamClient.open(feed.url, parameters, { authorization: 'Bearer key', ...headers });
    return client;
  };

  const outlet = async () => until('there is a subscription', () => feed.topic.outlets.get('x'));

  afterEach(async () => {
    client?.close();
    await feed.app.close();
  });

  it('answers with a stream that nothing keeps or gathers, and says how long to wait before coming back', async () => {
    await start({ comeBackMs: 700 });
    const { status, headers } = await open();
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
    });
    expect((await client.next()).retry).toBeGreaterThanOrEqual(700);
    expect(await feed.shows('laurel_live_streams 1')).toBe(true);
  });

  it('sends the frames that sockets get, with their position as id', async () => {
    await start();
    await open();
    const bytes = encodeFrame(DELTA);
    (await outlet()).offer(bytes);
    await client.next();
    expect(await client.next()).toMatchObject({ event: 'unsubscribed', id: undefined });
    expect(await client.next()).toEqual({
      event: 'delta',
      id: 'abc-_1:41',
      data: bytes.toString('utf8'),
      retry: undefined,
    });
  });

  it.each<readonly [parameters: string, frame: object]>([
    ['topic=leaderboard:cup', { topic: 'leaderboard:cup', view: { kind: 'top', limit: 10 } }],
    [
      'topic=leaderboard:cup&window=weekly&view=around&playerId=a&limit=5&segment=country:DE',
      {
        topic: 'leaderboard:cup',
        window: 'weekly',
        view: { kind: 'around', playerId: 'a', limit: 5, segment: 'country:DE' },
      },
    ],
    ['topic=player:a', { topic: 'player:a' }],
    ['topic=feed', { topic: 'feed' }],
    [
      'topic=feed&types=won,lost&statuses=late&playerId=a&rule=r&sample=0.5',
      { topic: 'feed', filter: { types: ['won', 'lost'], statuses: ['late'], playerId: 'a', rule: 'r' }, sample: 0.5 },
    ],
    ['topic=feed&lastEventId=e-_1:7', { topic: 'feed', after: { epoch: 'e-_1', seq: 7 } }],
    ['topic=player:a&lastEventId=e-_1:7', { topic: 'player:a', after: { epoch: 'e-_1', seq: 7 } }],
  ])('asks for %s what the frame asks', async (parameters, frame) => {
    await start();
    feed.topic.serve('leaderboard', 'player', 'feed');
    await open(parameters);
    expect(await until('it is asked', () => feed.topic.frames[0])).toEqual({ type: 'subscribe', ...frame });
  });

  it('goes on after the event that a browser names when it comes back, whatever the address says', async () => {
    await start();
    await open('topic=test:x&lastEventId=old:1', { 'last-event-id': 'new:2' });
    expect(feed.topic.frames).toMatchObject([{ after: { epoch: 'new', seq: 2 } }]);
  });

  it.each<readonly [what: string, parameters: string, status: number, code: string]>([
    ['no topic', '', 422, 'http.invalid_input'],
    ['a parameter that is none', 'topic=test:x&token=1', 422, 'http.invalid_input'],
    ['a limit in words', 'topic=test:x&limit=ten', 422, 'http.invalid_input'],
    ['a view that is none', 'topic=test:x&view=bottom', 422, 'http.invalid_input'],
    ['an id of no event', 'topic=test:x&lastEventId=7', 422, 'http.invalid_input'],
    ['a topic twice', 'topic=test:x&topic=test:y', 422, 'http.invalid_input'],
    ['a topic of nobody', 'topic=nothing:x', 404, 'live.unknown_topic'],
  ])('answers %s with a problem', async (_what, parameters, status, code) => {
    await start();
    expect(await open(parameters)).toMatchObject({ status, problem: { code } });
    await until('nothing is left of it', () => feed.shows('laurel_live_streams 0'));
  });

  it.each<readonly [parameters: string, names: readonly string[]]>([
    ['topic=feed&view=top&limit=5', ['/view', '/limit']],
    ['topic=feed&window=weekly', ['/window']],
    ['topic=leaderboard:cup&types=won&sample=0.5', ['/types', '/sample']],
    ['topic=leaderboard:cup&playerId=a', ['/playerId']],
    ['topic=leaderboard:cup&view=top&playerId=a', ['/playerId']],
    ['topic=player:a&playerId=b', ['/playerId']],
  ])('answers %s with a problem that names what means nothing there', async (parameters, names) => {
    await start();
    feed.topic.serve('leaderboard', 'player', 'feed');
    const { status, problem } = await open(parameters);
    expect({ status, problem }).toMatchObject({ status: 422, problem: { code: 'http.invalid_input' } });
    expect((problem as { errors: readonly { path: string }[] }).errors.map(({ path }) => path)).toEqual(names);
    expect(feed.topic.frames).toEqual([]);
  });

  it('answers a header that is no id of an event with a problem', async () => {
    await start();
    expect(await open('topic=test:x', { 'last-event-id': 'seven' })).toMatchObject({
      status: 422,
      problem: { errors: [{ path: '/Last-Event-ID' }] },
    });
  });

  it('answers HEAD without a stream', async () => {
    await start();
    const answer = await fetch(`${feed.url}/v1/live/stream?topic=test:x`, {
      method: 'HEAD',
      headers: { authorization: 'Bearer key' },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    expect(feed.topic.frames).toEqual([]);
  });

  it.each<readonly [token: string, topic: string, status: number, code: string]>([
    ['wrong', 'test:x', 401, 'auth.invalid_credential'],
    ['key-of-nothing', 'test:x', 403, 'auth.forbidden'],
    ['player-a-one-board', 'test:x', 403, 'auth.board_forbidden'],
  ])('asks of %s what sockets ask', async (token, topic, status, code) => {
    await start();
    const authorization = `Bearer ${token}`;
    expect(await open(`topic=${topic}`, { authorization })).toMatchObject({ status, problem: { code } });
    expect(feed.topic.frames).toEqual([]);
  });

  it('answers a bug with a problem that tells nothing of it', async () => {
    await start();
    expect(await open('topic=test:broken')).toMatchObject({ status: 500, problem: { code: 'http.internal' } });
    await until('nothing is left of it', () => feed.shows('laurel_live_streams 0'));
  });

  it('shows that it is alive while nothing happens', async () => {
    await start({ heartbeatMs: 0 });
    await open();
    await until('three comments came', () => client.comments >= 3);
  });

  it('ends with the credential, and says so', async () => {
    await start();
    await open('topic=test:x', { authorization: 'Bearer player-a' });
    await outlet();
    feed.verifier.expired.add('player-a');
    await client.ended;
    const [error, bye] = client.events.slice(-2);
    expect(error).toMatchObject({ event: 'error' });
    expect(JSON.parse(error?.data ?? '')).toMatchObject({ type: 'error', code: 'auth.expired_token' });
    expect(bye).toMatchObject({ event: 'bye' });
    await until('the subscription is closed', () => feed.topic.closed.includes('x'));
  });

  it('ends when its topic ends the subscription', async () => {
    await start();
    await open();
    (await outlet()).endSubscription('test:x', authErrors.forbidden('No more.'));
    await client.ended;
    expect(JSON.parse(client.events.at(-1)?.data ?? '')).toMatchObject({
      type: 'error',
      subscription: 'test:x',
      code: 'auth.forbidden',
    });
  });

  it('closes the subscription of a client that is gone', async () => {
    await start();
    await open();
    await outlet();
    client.close();
    await until('it is closed', () => feed.topic.closed.includes('x'));
    await until('it is not counted any more', () => feed.shows('laurel_live_streams 0'));
  });

  it('skips changes for a slow reader, and cuts it off when it stays slow', async () => {
    await start({ slowMs: 0 });
    await open();
    const slow = await outlet();
    client.pause();
    const frame = encodeFrame({ type: 'bye', code: 'x'.repeat(60_000) });
    await until('a change is skipped', () => !slow.offer(frame));
    expect(slow.isDrained()).toBe(false);
    await until('it is cut off', () => feed.topic.closed.includes('x'));
  });

  it('cuts off at once whom too much waits for', async () => {
    await start({ stuckBytes: 200_000 });
    await open();
    const stuck = await outlet();
    client.pause();
    const frame = encodeFrame({ type: 'bye', code: 'x'.repeat(60_000) });
    await until('it is cut off', () => {
      stuck.send(frame);
      return feed.topic.closed.includes('x');
    });
  });

  it('says goodbye when the instance stops, and when to come back', async () => {
    await start();
    await open();
    await outlet();
    const closing = feed.app.close();
    await client.ended;
    const bye = client.events.at(-1);
    expect(bye).toMatchObject({ event: 'bye', retry: expect.any(Number) as number });
    expect(JSON.parse(bye?.data ?? '')).toMatchObject({ type: 'bye', code: 'live.stopping' });
    await closing;
  });
});
