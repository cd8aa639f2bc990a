import { FakeClock } from '@laurel/testing';
import { IngestionApp } from '../ingestion-app.builder.js';

describe('events of player tokens', () => {
  const ingestion = new IngestionApp();
  const clock = new FakeClock(Date.now());

  beforeAll(async () => {
    ingestion.releases.publish('ws_1', { key: 'tapped', clients: true }, { key: 'won' });
    await ingestion.start(clock);
  });
  afterEach(() => ingestion.written());
  afterAll(() => ingestion.stop());

  const post = (event: object, token = 'ann') => ingestion.post(token, '/v1/events', event);

  it('are taken when clients may send their type', async () => {
    const answer = await post({ eventId: 'e1', type: 'tapped', playerId: 'ann' });
    expect(answer.statusCode).toBe(202);
    expect(ingestion.written()).toEqual([
      expect.objectContaining({ workspace: 'ws_1', type: 'tapped', playerId: 'ann' }),
    ]);
  });

  it('say in the log that a player sent them, which those of keys do not', async () => {
    await post({ type: 'tapped', playerId: 'ann' });
    await ingestion.post('ann', '/v1/events/batch', [{ type: 'tapped', playerId: 'ann' }]);
    await post({ type: 'tapped', playerId: 'ann' }, 'server');
    expect(ingestion.written().map(({ client }) => client)).toEqual([true, true, undefined]);
  });

  it.each<[string, object, number, string, string]>([
    ['of a type that is not open to clients', { type: 'won' }, 403, 'events.type_not_for_clients', '/type'],
    ['of a type that is not defined', { type: 'unknown' }, 403, 'events.type_not_for_clients', '/type'],
    ['of another player', { type: 'tapped', playerId: 'bob' }, 403, 'events.other_player', '/playerId'],
    ['of Laurel’s own types', { type: 'laurel.event_voided' }, 422, 'events.invalid', '/type'],
  ])('are refused when they are %s', async (_what, fields, status, code, path) => {
    const answer = await post({ playerId: 'ann', ...fields });
    expect([answer.statusCode, answer.json().code, answer.json().errors[0].path]).toEqual([status, code, path]);
    expect(ingestion.written()).toEqual([]);
  });

  it('are refused one by one in a batch', async () => {
    const batch = [
      { type: 'tapped', playerId: 'ann' },
      { type: 'won', playerId: 'ann' },
      { type: 'tapped', playerId: 'bob' },
    ];
    const answer = await ingestion.post('ann', '/v1/events/batch', batch);
    const { accepted, results } = answer.json<{ accepted: number; results: { status: string; code?: string }[] }>();
    expect([answer.statusCode, accepted]).toEqual([202, 1]);
    expect(results.map(({ status, code }) => code ?? status)).toEqual([
      'accepted',
      'events.type_not_for_clients',
      'events.other_player',
    ]);
    expect(ingestion.written()).toHaveLength(1);
  });

  it('do not use up the rate of another player', async () => {
    const stolen = Array.from({ length: 1_000 }, () => ({ type: 'tapped', playerId: 'carl' }));
    await ingestion.post('ann', '/v1/events/batch', stolen);
    expect((await post({ type: 'tapped', playerId: 'carl' }, 'carl')).statusCode).toBe(202);
  });

  it('leave keys as they are: any player, any type', async () => {
    expect((await post({ type: 'won', playerId: 'bob' }, 'server')).statusCode).toBe(202);
  });

  it('follow the newest release', async () => {
    ingestion.releases.publish('ws_1', { key: 'won', clients: true });
    clock.advance(2_000);
    expect((await post({ type: 'won', playerId: 'ann' })).statusCode).toBe(202);
    expect((await post({ type: 'tapped', playerId: 'ann' })).statusCode).toBe(403);
  });
});

describe('events of a workspace whose release can not be looked up', () => {
  it('are answered 503 and when to try again', async () => {
    const ingestion = new IngestionApp();
    ingestion.releases.isAway = true;
    await ingestion.start(new FakeClock(Date.now()));
    for (const [url, body] of [
      ['/v1/events', { type: 'tapped', playerId: 'ann' }],
      ['/v1/events/batch', [{ type: 'tapped', playerId: 'ann' }]],
    ] as const) {
      const answer = await ingestion.post('ann', url, body);
      expect([answer.statusCode, answer.json().code]).toEqual([503, 'events.types_unavailable']);
      expect(answer.headers['retry-after']).toBe('2');
    }
    await ingestion.stop();
  });
});
