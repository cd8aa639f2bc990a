import { createRequire } from 'node:module';
import { silentLog } from '@laurel/testing';
import { patchRequestQueue } from './patch-request-queue.js';

/** The part of kafkajs's request queue that this spec talks to. */
interface RequestQueue {
  readonly pending: readonly unknown[];
  push(request: {
    readonly entry: { readonly correlationId: number };
    readonly expectResponse: boolean;
    sendRequest(): void;
  }): void;
  fulfillRequest(response: { readonly correlationId: number; readonly payload: null; readonly size: number }): void;
  maybeThrottle(ms: number): void;
  destroy(): void;
}

const RequestQueueClass = createRequire(__filename)('kafkajs/src/network/requestQueue/index.js') as new (
  options: object,
) => RequestQueue;

const START = Date.parse('2014-08-16T15:00:00Z');

let queue: RequestQueue;
let sent: number[];

function push(correlationId: number): void {
  const entry = {
    correlationId,
    apiKey: 0,
    apiName: 'Fake',
    apiVersion: 0,
    resolve: () => undefined,
    reject: () => undefined,
  };
  queue.push({ entry, expectResponse: true, sendRequest: () => sent.push(correlationId) });
}

const fulfil = (correlationId: number) => queue.fulfillRequest({ correlationId, payload: null, size: 0 });

describe('kafkajs’s request queue, patched', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: START });
    patchRequestQueue();
    sent = [];
    queue = new RequestQueueClass({
      maxInFlightRequests: 2,
      requestTimeout: 1_000,
      enforceRequestTimeout: false,
      clientId: 'spec',
      broker: 'localhost:1',
      logger: silentLog,
    });
  });

  afterEach(() => {
    queue.destroy();
    jest.useRealTimers();
  });

  it('arms no timer when nothing waits, however many requests are answered', () => {
    for (let id = 0; id < 100; id += 1) {
      push(id);
      fulfil(id);
    }

    expect(sent).toHaveLength(100);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('arms one timer while requests wait, and never for a negative time', () => {
    const armed = jest.spyOn(globalThis, 'setTimeout');

    for (let id = 0; id < 10; id += 1) push(id);

    expect(jest.getTimerCount()).toBe(1);
    expect(armed.mock.calls.map(([, ms]) => ms)).toEqual([10]);
  });

  it('sends what waits as answers come in, in order, and is still then', () => {
    for (let id = 0; id < 10; id += 1) push(id);
    expect(sent).toEqual([0, 1]);

    for (let id = 0; id < 10; id += 1) fulfil(id);
    jest.advanceTimersByTime(10);

    expect(sent).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('keeps what a broker has throttled until the time is over, and forgets none of it', () => {
    queue.maybeThrottle(500);
    push(1);
    push(2);
    expect(sent).toEqual([]);

    jest.advanceTimersByTime(499);
    expect(sent).toEqual([]);
    jest.advanceTimersByTime(2);

    expect(sent).toEqual([1, 2]);
    expect([queue.pending.length, jest.getTimerCount()]).toEqual([0, 0]);
  });

  it('waits on when it is throttled again meanwhile', () => {
    queue.maybeThrottle(500);
    push(1);
    jest.advanceTimersByTime(400);
    queue.maybeThrottle(500);

    jest.advanceTimersByTime(499);
    expect(sent).toEqual([]);
    jest.advanceTimersByTime(2);

    expect(sent).toEqual([1]);
  });

  it('is patched once as well as twice', () => {
    patchRequestQueue();
    for (let id = 0; id < 3; id += 1) push(id);

    expect(jest.getTimerCount()).toBe(1);
  });
});
