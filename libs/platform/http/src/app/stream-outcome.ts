import { PassThrough, type Readable } from 'node:stream';
import { toProblem } from '@laurel/contracts';
import { Logger } from '@nestjs/common';
import { transportOf } from '../problem/http-status.js';
import { toProblemException } from '../problem/to-problem-exception.js';

export const EVENT_STREAM_TYPE = 'text/event-stream';

/** What stands between us and the client closes a connection on which nothing moves, mostly after 30 s or more. */
const HEARTBEAT_MS = 15_000;
const MIN_BETWEEN_PROGRESS_MS = 200;

/**
 * Work as server-sent events: `progress` at most five times a second, comments so that the connection is not idle, and at the end
 * `result`, or `error` with the problem that the route would have answered.
 *
 * @param work what it gives is the `result`; a rejection is answered as the filter answers it
 */
export function streamOutcome(
  requestId: string,
  work: (onProgress: (progress: object) => void) => Promise<object>,
): Readable {
  const stream = new PassThrough();
  const send = (event: string, data: object): void => {
    if (!stream.destroyed) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const heartbeat = setInterval(() => stream.write(':\n\n'), HEARTBEAT_MS);
  stream.once('close', () => clearInterval(heartbeat));
  work(atMostEvery(MIN_BETWEEN_PROGRESS_MS, (progress) => send('progress', progress)))
    .then(
      (result) => send('result', result),
      (thrown: unknown) => send('error', problemOf(thrown, requestId)),
    )
    .finally(() => {
      clearInterval(heartbeat);
      stream.end();
    });
  return stream;
}

function atMostEvery<T>(ms: number, tell: (value: T) => void): (value: T) => void {
  let last = -Infinity;
  return (value) => {
    const now = performance.now();
    if (now - last < ms) return;
    last = now;
    tell(value);
  };
}

function problemOf(thrown: unknown, requestId: string): object {
  const { error, status } = toProblemException(thrown);
  if (error.kind === 'internal') new Logger('http').error({ err: thrown }, 'http.failed');
  return toProblem(error, status ?? transportOf(error.kind).status, requestId);
}
