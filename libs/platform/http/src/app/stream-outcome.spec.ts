import { text } from 'node:stream/consumers';
import { Logger } from '@nestjs/common';
import { httpErrors } from '../problem/http.errors.js';
import { ProblemException } from '../problem/problem.exception.js';
import { streamOutcome } from './stream-outcome.js';

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }));
afterEach(() => jest.useRealTimers());

/** Work that ends when it is told to. */
function held() {
  let resolve: (result: object) => void = () => undefined;
  const promise = new Promise<object>((end) => (resolve = end));
  return { promise, resolve };
}

describe('the outcome of long work as server-sent events', () => {
  it('is its progress, at most five times a second, and then its result', async () => {
    const stream = streamOutcome('req_1', (tell) => {
      for (const done of [0, 1, 2, 3]) {
        tell({ done });
        jest.advanceTimersByTime(100);
      }
      return Promise.resolve({ sum: 6 });
    });

    expect(await text(stream)).toBe(
      'event: progress\ndata: {"done":0}\n\nevent: progress\ndata: {"done":2}\n\nevent: result\ndata: {"sum":6}\n\n',
    );
  });

  it('keeps a connection on which nothing else moves from being closed', async () => {
    const { promise, resolve } = held();
    const stream = streamOutcome('req_1', () => promise);

    jest.advanceTimersByTime(30_000);
    resolve({});

    expect(await text(stream)).toBe(':\n\n:\n\nevent: result\ndata: {}\n\n');
  });

  it('is the problem that the route would have answered', async () => {
    const stream = streamOutcome('req_1', () =>
      Promise.reject(new ProblemException(httpErrors.stopping('Try again.'))),
    );

    const [event, data = ''] = (await text(stream)).split('\n');
    expect(event).toBe('event: error');
    expect(JSON.parse(data.slice('data: '.length))).toMatchObject({
      status: 503,
      code: 'http.stopping',
      detail: 'Try again.',
      requestId: 'req_1',
    });
  });

  it('tells nobody of our insides, and logs them', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const bug = new Error('the password is 1234');

    const answer = await text(streamOutcome('req_1', () => Promise.reject(bug)));

    expect(answer).toContain('"code":"http.internal"');
    expect(answer).not.toContain('1234');
    expect(logged).toHaveBeenCalledWith({ err: bug }, 'http.failed');
  });

  it('goes on to the end for a client that is gone', async () => {
    const { promise, resolve } = held();
    const stream = streamOutcome('req_1', () => promise);

    stream.destroy();
    resolve({});

    await expect(text(stream)).rejects.toThrow();
    expect(jest.getTimerCount()).toBe(0);
  });
});
