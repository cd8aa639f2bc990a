import { Connection } from './connection.ts';
import type { LoadRecorder } from './load-recorder.ts';
import type { RequestSource } from './request-source.ts';

export interface ClosedLoop {
  readonly port: number;
  readonly connections: number;
  /** No request is sent after this time, nor more than `requests` in all. */
  readonly seconds: number;
  readonly requests: number;
  readonly source: RequestSource;
  readonly recorder: LoadRecorder;
}

/**
 * Keeps every connection busy, each with its next request as soon as the last one is answered: finds the most that can be
 * done. Its latencies say little, for a stall keeps later requests from being sent.
 */
export async function runClosedLoop(loop: ClosedLoop): Promise<void> {
  const { port, connections, seconds, requests, source, recorder } = loop;
  const start = performance.now();
  const mayGoOn = (): boolean => recorder.sentCount < requests && performance.now() - start < seconds * 1_000;
  const worker = (): Promise<void> =>
    new Promise((resolve) => {
      const connection = new Connection(port);
      const next = (): void => {
        if (!mayGoOn()) {
          connection.close();
          return resolve();
        }
        const sentAt = performance.now();
        recorder.sent(0);
        connection.send(source.next(), (outcome) => {
          recorder.settled(performance.now() - sentAt, source.judge(outcome));
          next();
        });
      };
      next();
    });
  await Promise.all(Array.from({ length: connections }, worker));
}
