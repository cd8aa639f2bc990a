import { Laurel, type LaurelOptions } from './laurel.js';
import { LaurelError } from './http/laurel-error.js';
import { ScriptedGateway, problem } from './http/gateway.builder.js';

let gateway: ScriptedGateway;

afterEach(() => gateway.stop());

/** A client of a server that gives these answers one after the other, the last one for good. */
async function clientOf(
  answers: readonly Parameters<typeof ScriptedGateway.start>[0][],
  more: Partial<LaurelOptions> = {},
): Promise<Laurel> {
  gateway = await ScriptedGateway.start((request, nth) => (answers[nth - 1] ?? answers.at(-1))?.(request, nth));
  return new Laurel({ url: gateway.url, credential: 'key', backOff: { firstMs: 1, mostMs: 2 }, ...more });
}

const ok =
  (body: object, status = 200) =>
  () => ({ status, body });
const refusal = (status: number, code: string) => () => problem(status, code);
const refused = async (doing: Promise<unknown>): Promise<LaurelError> => {
  const error: unknown = await doing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof LaurelError)) throw new Error('it was not refused', { cause: error });
  return error;
};

describe('a request', () => {
  it('names its caller, and encodes what it asks for', async () => {
    const laurel = await clientOf([ok({})], { headers: { 'x-laurel-csrf': '1' } });
    await laurel.leaderboards.standing('a b/c', 'é?', { window: 'weekly' });
    await laurel.leaderboards.players('top', ['a,b', 'c']);
    await laurel.players.list({ attributes: { country: 'DE' }, limit: 5 });
    expect(gateway.arrived).toMatchObject([
      {
        method: 'GET',
        url: '/v1/leaderboards/a%20b%2Fc/players/%C3%A9%3F?window=weekly',
        headers: { authorization: 'Bearer key', 'x-laurel-csrf': '1' },
      },
      { url: '/v1/leaderboards/top/players?ids=a%2Cb&ids=c' },
      { url: '/v1/players?limit=5&attribute.country=DE' },
    ]);
  });

  it.each(['.', '..'])('never goes elsewhere for an id that addresses give another meaning: %s', async (id) => {
    const laurel = await clientOf([ok({})]);
    expect(await refused(laurel.players.grants(id))).toMatchObject({ status: 0, code: 'sdk.bad_id' });
    expect(gateway.arrived).toEqual([]);
    await laurel.players.grants('...');
    expect(gateway.arrived).toMatchObject([{ url: '/v1/players/.../grants' }]);
  });

  it('asks a supplier for each credential, and needs none where cookies say who is there', async () => {
    let tokens = 0;
    const laurel = await clientOf([ok({})], { credential: async () => `token ${++tokens}` });
    await laurel.players.get('ann');
    await laurel.players.get('ann');
    await new Laurel({ url: gateway.url }).players.get('ann');
    expect(gateway.arrived.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token 1',
      'Bearer token 2',
      undefined,
    ]);
  });

  it('throws what it is refused for', async () => {
    const errors = [{ path: '/playerId', rule: 'required', message: 'It is missing.' }];
    const laurel = await clientOf([() => problem(422, 'events.invalid', { errors })]);
    expect(await refused(laurel.events.track({ type: 'won', playerId: '' }))).toMatchObject({
      name: 'LaurelError',
      message: 'events.invalid: It is so.',
      status: 422,
      code: 'events.invalid',
      errors,
      requestId: 'req_1',
    });
    expect(gateway.arrived).toHaveLength(1);
  });

  it.each([
    ['is told to wait', refusal(429, 'auth.rate_limited')],
    ['finds the log away', refusal(503, 'kafka.unavailable')],
    ['gets no answer', () => undefined],
    ['meets a proxy whose gateway is away', () => ({ status: 502, body: 'Bad Gateway' })],
  ])('is sent again when it %s', async (_, answer) => {
    const laurel = await clientOf([answer, answer, ok({ status: 'active' })]);
    expect(await laurel.players.get('ann')).toEqual({ status: 'active' });
    expect(gateway.arrived).toHaveLength(3);
  });

  it('is given up after a while', async () => {
    const laurel = await clientOf([() => undefined], { retries: 2 });
    expect(await refused(laurel.players.get('ann'))).toMatchObject({ status: 0, code: 'sdk.unreachable' });
    expect(gateway.arrived).toHaveLength(3);
  });

  it('says how long to wait', async () => {
    const laurel = await clientOf([() => problem(429, 'auth.rate_limited', {}, { 'retry-after': '7' })], {
      retries: 0,
    });
    expect(await refused(laurel.players.get('ann'))).toMatchObject({ retryAfterSeconds: 7 });
  });

  it('ends when its caller wants it to', async () => {
    const caller = new AbortController();
    const laurel = await clientOf([refusal(503, 'kafka.unavailable')], { backOff: { firstMs: 1e6, mostMs: 1e6 } });
    const asked = laurel.players.get('ann', { signal: caller.signal });
    setTimeout(() => caller.abort(new Error('no more')));
    await expect(asked).rejects.toThrow('no more');
  });

  it('needs to know where its gateway is', async () => {
    await clientOf([ok({})]);
    const backOff = { firstMs: 1e9, mostMs: 1e9 };
    const laurel = new Laurel({ urls: { ingestion: `${gateway.url}/` }, credential: 'key', backOff });
    await laurel.events.track({ type: 'won', playerId: 'ann' });
    expect(gateway.arrived[0]?.url).toBe('/v1/events');
    expect(await refused(laurel.players.get('ann'))).toMatchObject({ code: 'sdk.no_url' });
  });
});

describe('an event', () => {
  it('keeps one identity through all attempts', async () => {
    const laurel = await clientOf([
      () => undefined,
      refusal(503, 'kafka.unavailable'),
      ok({ status: 'accepted' }, 202),
    ]);
    await laurel.events.track({ type: 'won', playerId: 'ann', occurredAt: new Date(0) });
    const ids = gateway.arrived.map(({ body }) => (body as { eventId: string }).eventId);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
    expect(gateway.arrived[0]?.body).toMatchObject({ type: 'won', occurredAt: '1970-01-01T00:00:00.000Z' });
  });

  it('waits for its outcome where it is asked to', async () => {
    const laurel = await clientOf([ok({ status: 'processed' })]);
    expect(await laurel.events.track({ type: 'won', playerId: 'ann' }, { waitSeconds: 2 })).toEqual({
      status: 'processed',
    });
    expect(gateway.arrived[0]?.headers['prefer']).toBe('wait=2');
  });

  it('is found by its receipt, and in pages', async () => {
    const laurel = await clientOf([ok({}), ok({ entries: [1, 2], next: 'n' }), ok({ entries: [3], next: null })]);
    await laurel.events.get('e/1', { receipt: { partition: 3, offset: 42 } });
    const all: unknown[] = [];
    for await (const event of laurel.events.all({ type: 'won' })) all.push(event);
    expect(all).toEqual([1, 2, 3]);
    expect(gateway.arrived.map(({ url }) => url)).toEqual([
      '/v1/events/e%2F1?receipt=3%3A42',
      '/v1/events?type=won',
      '/v1/events?type=won&cursor=n',
    ]);
  });
});

describe('many events', () => {
  const events = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ eventId: `e${at}`, type: 'won', playerId: 'ann' }));
  const accepted = (eventId: string) => ({ eventId, status: 'accepted', receipt: { partition: 0, offset: 1 } });
  const idsIn = (body: unknown): string[] => (body as { eventId: string }[]).map(({ eventId }) => eventId);
  const takeAll: Parameters<typeof ScriptedGateway.start>[0] = ({ body }) => ({
    status: 202,
    body: { results: idsIn(body).map(accepted) },
  });

  it('go in batches that a gateway takes, each with its own result', async () => {
    const laurel = await clientOf([takeAll]);
    const { results, ...counts } = await laurel.events.trackBatch(events(2_001));
    expect(counts).toEqual({ accepted: 2_001, rejected: 0, unsent: 0 });
    expect(gateway.arrived.map(({ body }) => idsIn(body).length)).toEqual([1_000, 1_000, 1]);
    expect(results.map(({ eventId }) => eventId)).toEqual(events(2_001).map(({ eventId }) => eventId));
  });

  it('are sent again as far as they came too fast for their player', async () => {
    const early = {
      status: 'rejected',
      code: 'events.player_rate_limited',
      detail: 'Too fast.',
      errors: [],
      retryAfterSeconds: 0,
    };
    const wrong = { status: 'rejected', code: 'events.invalid', detail: 'Wrong.', errors: [] };
    const first = ok({ results: [accepted('e0'), early, wrong, early] }, 202);
    const laurel = await clientOf([first, takeAll]);
    const { results } = await laurel.events.trackBatch(events(4));
    expect(idsIn(gateway.arrived[1]?.body)).toEqual(['e1', 'e3']);
    expect(results).toEqual([accepted('e0'), accepted('e1'), { eventId: 'e2', ...wrong }, accepted('e3')]);
  });

  it('are known to have got through though others of their batch did not the second time', async () => {
    const early = { status: 'rejected', code: 'events.player_rate_limited', detail: 'Too fast.', retryAfterSeconds: 0 };
    const first = ok({ results: [accepted('e0'), early] }, 202);
    const laurel = await clientOf([first, refusal(503, 'kafka.unavailable')], { retries: 1 });
    const { results } = await laurel.events.trackBatch(events(2));
    expect(results).toEqual([
      accepted('e0'),
      { eventId: 'e1', status: 'unsent', code: 'events.player_rate_limited', detail: 'Too fast.' },
    ]);
  });

  it('say which of them did not get through', async () => {
    const laurel = await clientOf([takeAll, refusal(503, 'kafka.unavailable')], { retries: 1 });
    const { results, ...counts } = await laurel.events.trackBatch(events(1_002));
    expect(counts).toEqual({ accepted: 1_000, rejected: 0, unsent: 2 });
    expect(results[1_001]).toEqual({
      eventId: 'e1001',
      status: 'unsent',
      code: 'kafka.unavailable',
      detail: 'It is so.',
    });
  });

  it('fail as a whole when none gets through', async () => {
    const laurel = await clientOf([refusal(401, 'auth.invalid_credential')]);
    expect(await refused(laurel.events.trackBatch(events(2)))).toMatchObject({ code: 'auth.invalid_credential' });
  });
});
