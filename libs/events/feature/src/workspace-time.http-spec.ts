import { FakeClock } from '@laurel/testing';
import { IngestionApp } from './ingestion-app.builder.js';

const NOW = Date.UTC(2026, 10, 21, 12);
const DAY_MS = 86_400_000;
const at = (days: number): string => new Date(NOW + days * DAY_MS).toISOString();

describe('events of a workspace with a clock of its own', () => {
  const ingestion = new IngestionApp();

  beforeAll(() => ingestion.start(new FakeClock(NOW)));
  beforeEach(() => Object.assign(ingestion.ahead, { stored: 10 * DAY_MS, remembered: 10 * DAY_MS }));
  afterEach(() => ingestion.written());
  afterAll(() => ingestion.stop());

  const sent = (occurredAt: string | undefined, playerId = 'ann') => ({ type: 'scored', playerId, occurredAt });
  const post = (body: object, url = '/v1/events') => ingestion.post('server', url, body);
  const times = () => ingestion.written().map(({ occurredAt, receivedAt }) => [occurredAt, receivedAt]);

  it('are taken as late as it is there', async () => {
    expect((await post(sent(at(9)))).statusCode).toBe(202);
    expect((await post(sent(at(11)))).json()).toMatchObject({
      code: 'events.in_future',
      detail: expect.stringContaining('It is 2026-12-01T12:00:00.000Z here'),
    });
    expect(times()).toEqual([[NOW + 9 * DAY_MS, NOW]]);
  });

  it('leave it to the log when they were, where they don’t say', async () => {
    await post(sent(undefined));
    expect(times()).toEqual([[NOW, NOW]]);
  });

  it('go by the clock as it is, not as it was a moment ago', async () => {
    ingestion.ahead.stored = 20 * DAY_MS;
    expect((await post(sent(at(19)))).statusCode).toBe(202);
  });

  it('go by a clock that was set a moment ago, each of a batch', async () => {
    ingestion.ahead.remembered = 0;
    const batch = [sent(at(9)), sent(at(11)), sent(at(-1)), sent(undefined)];
    const answer = await post(batch, '/v1/events/batch');
    expect(answer.json<{ results: { code?: string }[] }>().results.map(({ code }) => code ?? 'taken')).toEqual([
      'taken',
      'events.in_future',
      'taken',
      'taken',
    ]);
    expect(times()).toEqual([
      [NOW + 9 * DAY_MS, NOW],
      [NOW - DAY_MS, NOW],
      [NOW, NOW],
    ]);
  });
});
