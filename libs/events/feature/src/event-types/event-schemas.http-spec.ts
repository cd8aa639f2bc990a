import { FakeClock } from '@laurel/testing';
import { IngestionApp } from '../ingestion-app.builder.js';

const GOALS = { type: 'object', required: ['goals'], properties: { goals: { type: 'integer', minimum: 0 } } };

describe('events whose type has a schema', () => {
  const ingestion = new IngestionApp();

  beforeAll(async () => {
    ingestion.releases.publish(
      'ws_1',
      { key: 'enforced', schema: GOALS, validation: 'enforce' },
      { key: 'warned', schema: GOALS, validation: 'warn' },
      { key: 'silent', schema: GOALS, validation: 'off' },
    );
    await ingestion.start(new FakeClock(Date.now()));
  });
  afterEach(() => ingestion.written());
  afterAll(() => ingestion.stop());

  const event = (type: string, properties?: object) => ({ eventId: `${type}-1`, type, playerId: 'ann', properties });
  const post = (type: string, properties?: object) => ingestion.post('server', '/v1/events', event(type, properties));

  it.each(['enforced', 'warned', 'silent'])('are taken without a word when they keep to it: %s', async (type) => {
    const answer = await post(type, { goals: 2 });
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toEqual({ eventId: `${type}-1`, status: 'accepted', receipt: expect.any(Object) });
  });

  it('are refused when they break it and it is enforced, with place and rule', async () => {
    const answer = await post('enforced', { goals: -1 });
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'events.schema_violation']);
    expect(answer.json().errors).toEqual([
      { path: '/properties/goals', rule: 'minimum', message: expect.stringContaining('0') },
    ]);
    expect(ingestion.written()).toEqual([]);
  });

  it('are held to it without properties too', async () => {
    expect((await post('enforced')).json().errors).toMatchObject([{ path: '/properties/goals', rule: 'required' }]);
  });

  it('are taken with a warning where it only warns, and counted by type', async () => {
    const answer = await post('warned', { goals: 'two' });
    expect(answer.statusCode).toBe(202);
    expect(answer.json().warnings).toEqual([
      { path: '/properties/goals', rule: 'type', message: expect.stringContaining('integer') },
    ]);
    const [written] = ingestion.written();
    expect(written).toMatchObject({ type: 'warned', properties: { goals: 'two' } });
    expect(written).not.toHaveProperty('warnings');
    expect(await ingestion.metrics()).toMatch(/laurel_ingestion_schema_warnings_total{type="warned"} 1\n/);
  });

  it('are taken as they are where it is off', async () => {
    expect((await post('silent', { goals: 'two' })).json()).not.toHaveProperty('warnings');
  });

  it('are judged one by one in a batch', async () => {
    const batch = [event('enforced', {}), event('warned', {}), event('enforced', { goals: 1 }), event('plain', {})];
    const answer = await ingestion.post('server', '/v1/events/batch', batch);
    expect(answer.json()).toMatchObject({
      accepted: 3,
      rejected: 1,
      results: [
        {
          status: 'rejected',
          code: 'events.schema_violation',
          errors: [{ path: '/properties/goals', rule: 'required' }],
        },
        { status: 'accepted', warnings: [{ path: '/properties/goals', rule: 'required' }] },
        { status: 'accepted' },
        { status: 'accepted' },
      ],
    });
  });
});
