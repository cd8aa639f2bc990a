import { FakeClock } from '@laurel/testing';
import { IngestionApp } from '../ingestion-app.builder.js';

const STRUCTURED = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
const BATCH = { 'content-type': 'application/cloudevents-batch+json' };

/** The example of the JSON format with data as JSON, given a subject: without one, no player is meant. */
const EXAMPLE = {
  specversion: '1.0',
  type: 'com.example.someevent',
  source: '/mycontext',
  subject: 'ann',
  id: 'C234-1234-1234',
  time: '2018-04-05T17:31:00Z',
  comexampleextension1: 'value',
  comexampleothervalue: 5,
  unsetextension: null,
  datacontenttype: 'application/json',
  data: { appinfoA: 'abc', appinfoB: 123, appinfoC: true },
};

describe('CloudEvents', () => {
  const ingestion = new IngestionApp();

  beforeAll(async () => {
    const schema = { required: ['goals'] };
    ingestion.releases.publish(
      'ws_1',
      { key: 'com.example.open', clients: true },
      { key: 'com.example.strict', schema, validation: 'enforce' },
      { key: 'com.example.lenient', schema, validation: 'warn' },
    );
    await ingestion.start(new FakeClock(Date.now()));
  });
  afterEach(() => ingestion.written());
  afterAll(() => ingestion.stop());

  const send = (event: object, token = 'server') => ingestion.post(token, '/v1/events', event, STRUCTURED);
  const written = () => ingestion.written().map(({ receivedAt: _, ...event }) => event);

  const EXPECTED = {
    v: 1,
    kind: 'event',
    workspace: 'ws_1',
    eventId: '/mycontext C234-1234-1234',
    type: 'com.example.someevent',
    playerId: 'ann',
    occurredAt: Date.parse('2018-04-05T17:31:00Z'),
    sentOccurredAt: '2018-04-05T17:31:00Z',
    properties: { appinfoA: 'abc', appinfoB: 123, appinfoC: true },
  };

  it('are events in structured mode: source and id, subject, time and data', async () => {
    const answer = await send(EXAMPLE);
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toEqual({
      eventId: '/mycontext C234-1234-1234',
      status: 'accepted',
      receipt: { partition: 3, offset: 0 },
    });
    expect(written()).toEqual([EXPECTED]);
  });

  it('are the same events in binary mode: attributes as headers, data as the body', async () => {
    const { data, unsetextension: _, datacontenttype, ...attributes } = EXAMPLE;
    const headers = Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [`ce-${name}`, String(value)]),
    );
    const answer = await ingestion.post('server', '/v1/events', data, { ...headers, 'content-type': datacontenttype });
    expect(answer.statusCode).toBe(202);
    expect(written()).toEqual([EXPECTED]);
  });

  it('are read from headers as these encode what they can not hold', async () => {
    const headers = { 'ce-specversion': '1.0', 'ce-type': 'a', 'ce-source': '/s', 'ce-id': '1' };
    const subject = 'Euro%20%E2%82%AC%20%F0%9F%98%80';
    await ingestion.post('server', '/v1/events', {}, { ...headers, 'ce-subject': subject });
    await ingestion.post('server', '/v1/events', {}, { ...headers, 'ce-subject': '"quoted \\"name\\""' });
    await ingestion.post('server', '/v1/events', {}, { ...headers, 'ce-subject': '100%' });
    expect(written().map(({ playerId }) => playerId)).toEqual(['Euro € 😀', 'quoted "name"', '100%']);
  });

  it('may have no time and no data', async () => {
    const { time: _time, data: _data, datacontenttype: _type, ...bare } = EXAMPLE;
    expect((await send(bare)).statusCode).toBe(202);
    const [event] = written();
    expect(event?.properties).toEqual({});
    expect(event).not.toHaveProperty('sentOccurredAt');
  });

  it('have one id for good, however long source and id are', async () => {
    const source = `https://example.com/${'a'.repeat(120)}`;
    const ids = [];
    for (const id of ['1', '1', '2'])
      ids.push((await send({ ...EXAMPLE, source, id })).json<{ eventId: string }>().eventId);
    expect(ids[0]).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('of different sources never share an id', async () => {
    const first = await send({ ...EXAMPLE, source: '/a', id: 'b c' });
    const second = await send({ ...EXAMPLE, source: '/a b', id: 'c' });
    expect([first.json().eventId, second.statusCode]).toEqual(['/a b c', 422]);
  });

  it.each<[string, object, string]>([
    ['another version', { specversion: '0.3' }, '/specversion const'],
    ['no subject', { subject: null }, '/subject required'],
    ['an empty id', { id: '' }, '/id type'],
    ['no source', { source: undefined }, '/source required'],
    ['a type in capitals', { type: 'com.Example' }, '/type pattern'],
    ['a type of Laurel’s own', { type: 'laurel.levelled' }, '/type reserved'],
    ['a subject that is too long', { subject: 'a'.repeat(129) }, '/subject maxLength'],
    ['an id that is Laurel’s own', { source: 'laurel.void' }, '/id reserved'],
    ['a time that is none', { time: 'yesterday' }, '/time dateTime'],
    ['a time that is a number', { time: 7 }, '/time type'],
    ['data as XML', { datacontenttype: 'application/xml', data: '<much wow="xml"/>' }, '/datacontenttype json'],
    ['data as bytes', { data: undefined, data_base64: 'AA==' }, '/data_base64 unsupported'],
    ['data that is a list', { data: [1] }, '/data type'],
    ['data with a name of no property', { data: { a: { prototype: 1 } } }, '/data/a/prototype forbiddenName'],
    ['an attribute with capitals', { playerId: 'ann' }, '/playerId attributeName'],
    ['an extension that is an object', { trace: {} }, '/trace type'],
    ['data that breaks the schema of its type', { type: 'com.example.strict' }, '/data/goals required'],
  ])('are refused with %s', async (_what, fields, problem) => {
    const answer = await send({ ...EXAMPLE, ...fields });
    const { errors } = answer.json<{ errors: { path: string; rule: string }[] }>();
    expect([answer.statusCode, ...errors.map(({ path, rule }) => `${path} ${rule}`)]).toEqual([422, problem]);
    expect(ingestion.written()).toEqual([]);
  });

  it('are told of warnings in their own terms', async () => {
    const answer = await send({ ...EXAMPLE, type: 'com.example.lenient' });
    expect(answer.json().warnings).toMatchObject([{ path: '/data/goals', rule: 'required' }]);
  });

  it.each<[string, unknown]>([
    ['a list', []],
    ['a text', 'event'],
    ['null', null],
  ])('are no %s', async (_what, body) => {
    const answer = await ingestion.post('server', '/v1/events', body, STRUCTURED);
    expect([answer.statusCode, answer.json().errors[0].rule]).toEqual([422, 'type']);
  });

  it('come in batches, each answered in its place', async () => {
    const batch = [
      { ...EXAMPLE, id: 'B234-1234-1234', source: '/mycontext/4' },
      { ...EXAMPLE, source: '/mycontext/9', type: 'com.example.someotherevent', subject: undefined },
      { ...EXAMPLE, source: '/mycontext/9', type: 'com.example.someotherevent' },
    ];
    const answer = await ingestion.post('server', '/v1/events/batch', batch, BATCH);
    expect(answer.json()).toMatchObject({
      accepted: 2,
      rejected: 1,
      results: [
        { eventId: '/mycontext/4 B234-1234-1234' },
        { code: 'events.invalid', errors: [{ path: '/subject', rule: 'required' }] },
        { eventId: '/mycontext/9 C234-1234-1234' },
      ],
    });
  });

  it('are refused in forms that are not read', async () => {
    for (const type of ['application/cloudevents+xml', 'application/cloudevents-batch+json']) {
      const answer = await ingestion.post('server', '/v1/events', EXAMPLE, { 'content-type': type });
      expect([answer.statusCode, answer.json().code]).toEqual([415, 'events.unsupported_body']);
    }
  });

  it('of player tokens are held to what clients may send', async () => {
    const open = { ...EXAMPLE, type: 'com.example.open' };
    expect((await send(open, 'ann')).statusCode).toBe(202);
    const refused = await send(open, 'bob');
    expect([refused.statusCode, refused.json().code, refused.json().errors[0].path]).toEqual([
      403,
      'events.other_player',
      '/subject',
    ]);
    expect((await send(EXAMPLE, 'ann')).statusCode).toBe(403);
  });
});
