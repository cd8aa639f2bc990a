import { until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { LaurelStack } from './stack/laurel-stack.js';

const GOALS = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['goals'],
  properties: { goals: { $ref: '#/$defs/count' }, 'scorer.name': { type: 'string', pattern: '^\\p{L}+$' } },
  $defs: { count: { type: 'integer', minimum: 0 } },
};

const EVENT_TYPES = [
  { key: 'match_played', clients: false, schema: GOALS, validation: 'enforce' },
  { key: 'training.done', clients: false, schema: GOALS, validation: 'warn' },
  { key: 'app.opened', clients: true, validation: 'off' },
];

const program = (eventTypes?: readonly object[]) => ({
  stats: [{ key: 'goals', aggregation: 'sum' }],
  rules: [
    {
      key: 'goals',
      on: ['match_played'],
      then: [{ effect: 'record', stat: 'goals', amount: { property: 'event.properties.goals' } }],
    },
  ],
  leaderboards: [],
  ...(eventTypes ? { eventTypes } : {}),
});

let stack: LaurelStack;
let server: Api;
let player: Api;

beforeAll(async () => {
  stack = await LaurelStack.shared();
  server = new Api(stack, (await stack.createWorkspace('demo', 'dev')).secretKey);
  player = new Api(stack, String((await server.playerToken('ada')).body['token']));
});
afterAll(() => stack.stop());

describe('a program without event types', () => {
  it('takes everything from servers and nothing from clients', async () => {
    expect((await server.publish(program())).status).toBe(201);
    expect((await server.sendEvent({ type: 'match_played', playerId: 'bob' })).status).toBe(202);
    const refused = await player.sendEvent({ type: 'app.opened', playerId: 'ada' });
    expect([refused.status, refused.body['code']]).toEqual([403, 'events.type_not_for_clients']);
  });
});

describe('a program with event types', () => {
  it('is refused with the places of what no gateway could run', async () => {
    const schema = { properties: { name: { $ref: 'https://example.com/name.json' }, code: { pattern: '(a)\\1' } } };
    const { status, body } = await server.publish(program([{ key: 'a', schema, validation: 'warn' }]));
    expect([status, body['code']]).toEqual([422, 'releases.invalid_program']);
    expect((body['errors'] as { path: string }[]).map(({ path }) => path).sort()).toEqual([
      '/program/eventTypes/0/schema/properties/code/pattern',
      '/program/eventTypes/0/schema/properties/name/$ref',
    ]);
  });

  it('is read as it was published, references and all', async () => {
    const published = await server.publish(program(EVENT_TYPES));
    expect(published.status).toBe(201);
    const { body } = await server.admin(`/v1/releases/${String(published.body['release'])}`);
    expect(body['program']).toMatchObject({ eventTypes: EVENT_TYPES });
  });

  it('lets a player token send what is open, for its own player', async () => {
    await until('the release is known', async () => {
      return (await player.sendEvent({ type: 'app.opened', playerId: 'ada', eventId: 'opened' })).status === 202;
    });
    await until('it is recorded', async () => (await server.query('/v1/events/opened')).body['status'] !== undefined);
    const codes = [];
    for (const event of [
      { type: 'match_played', playerId: 'ada', properties: { goals: 1_000 } },
      { type: 'app.opened', playerId: 'bob' },
      { type: 'laurel.event_voided', playerId: 'ada' },
    ]) {
      const { status, body } = await player.sendEvent(event);
      codes.push([status, body['code']]);
    }
    expect(codes).toEqual([
      [403, 'events.type_not_for_clients'],
      [403, 'events.other_player'],
      [422, 'events.invalid'],
    ]);
  });

  it('holds events to the schemas it enforces', async () => {
    const refused = await server.sendEvent({ type: 'match_played', playerId: 'ada', properties: { goals: -1 } });
    expect([refused.status, refused.body['code']]).toEqual([422, 'events.schema_violation']);
    expect(refused.body['errors']).toMatchObject([{ path: '/properties/goals', rule: 'minimum' }]);
  });

  it('takes what a schema only warns of, and says so with the outcome', async () => {
    const taken = await server.sendAndWait({
      type: 'training.done',
      playerId: 'ada',
      properties: { 'scorer.name': '1' },
    });
    expect(taken.body).toMatchObject({
      status: 'processed',
      warnings: [{ path: '/properties/goals', rule: 'required' }],
    });
  });

  it('scores CloudEvents, once each', async () => {
    const event = {
      specversion: '1.0',
      id: 'burnley-chelsea',
      source: '/matches/2014-15',
      type: 'match_played',
      subject: 'chelsea',
      data: { goals: 3 },
    };
    const first = await server.sendCloudEvent(event);
    expect(first.body).toMatchObject({
      eventId: '/matches/2014-15 burnley-chelsea',
      playerId: 'chelsea',
      status: 'processed',
      stats: { goals: 3 },
    });
    expect((await server.sendCloudEvent(event)).body).toMatchObject({ status: 'duplicate' });
    expect((await server.query('/v1/players/chelsea')).body).toMatchObject({ stats: { goals: 3 } });
    const refused = await server.sendCloudEvent({ ...event, id: 'other', data: { goals: '3' } });
    expect([refused.status, refused.body['errors']]).toMatchObject([422, [{ path: '/data/goals', rule: 'type' }]]);
  });
});
