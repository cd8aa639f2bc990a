import { EventSource, playerIdOf } from './event-source.ts';

const target = { port: 7101, secretKey: 'lrl_test_sk_key' };

interface SentEvent {
  readonly eventId: string;
  readonly playerId: string;
}

function source(batch: number, order: 'each' | 'random' = 'random') {
  return new EventSource(target, { batch, players: 5, order, idPrefix: 'run1' });
}

function bodyOf(request: string): unknown {
  return JSON.parse(request.slice(request.indexOf('\r\n\r\n') + 4));
}

const batchOf = (request: string): SentEvent[] => bodyOf(request) as SentEvent[];

const answer = (status: number, body: string) => ({ status, body: Buffer.from(body) });

describe('events of the load', () => {
  it('go to the batch endpoint with the key and their length', () => {
    const request = source(3).next();
    const [head = '', body = ''] = request.split('\r\n\r\n');
    expect(head.split('\r\n')).toEqual([
      'POST /v1/events/batch HTTP/1.1',
      'host: 127.0.0.1:7101',
      'authorization: Bearer lrl_test_sk_key',
      'content-type: application/json',
      `content-length: ${body.length}`,
    ]);
    expect(batchOf(request)).toHaveLength(3);
  });

  it('go alone to the endpoint for one', () => {
    const request = source(1).next();
    expect(request).toMatch(/^POST \/v1\/events HTTP/);
    expect(bodyOf(request)).toEqual(expect.objectContaining({ type: 'match_finished' }));
  });

  it('never share an id', () => {
    const events = source(50);
    const ids = [events.next(), events.next()].flatMap((request) => batchOf(request).map(({ eventId }) => eventId));
    expect(new Set(ids).size).toBe(100);
  });

  it('reach every player once, in turn', () => {
    const players = batchOf(source(5, 'each').next()).map(({ playerId }) => playerId);
    expect(players).toEqual([0, 1, 2, 3, 4].map(playerIdOf));
  });

  it('reach players at random, the same in every run', () => {
    const players = (): string[] => batchOf(source(40).next()).map(({ playerId }) => playerId);
    expect(players()).toEqual(players());
    expect(new Set(players()).size).toBe(5);
  });

  it.each([
    [
      'a batch that was accepted whole',
      source(3),
      answer(202, '{"accepted":3,"rejected":0,"results":[]}'),
      { items: 3 },
    ],
    [
      'a batch that was accepted in part',
      source(3),
      answer(202, '{"accepted":2,"rejected":1,"results":[]}'),
      { failure: 'rejected' },
    ],
    ['the same with its fields in another order', source(3), answer(202, '{"rejected":0,"accepted":3}'), { items: 3 }],
    ['an event that was accepted', source(1), answer(202, '{"eventId":"a"}'), { items: 1 }],
    ['a refusal', source(1), answer(503, '{}'), { failure: '503' }],
    ['no answer', source(1), { failure: 'timeout' }, { failure: 'timeout' }],
  ])('count %s', (_case, events, outcome, verdict) => {
    expect(events.judge(outcome)).toEqual(verdict);
  });
});
