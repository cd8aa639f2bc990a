import { Connection } from './connection.ts';
import type { LoadRecorder } from './load-recorder.ts';
import type { RequestSource } from './request-source.ts';
import type { Schedule } from './schedule.ts';

export interface OpenLoop {
  readonly port: number;
  readonly connections: number;
  readonly schedule: Schedule;
  readonly source: RequestSource;
  readonly recorder: LoadRecorder;
}

/** How long after the last due time unsent requests are still sent, ms. */
const PATIENCE_MS = 10_000;
/** How often the end is looked for when nothing more will be due, ms. */
const WATCH_MS = 100;

/**
 * Sends each request when it is due. One that finds no connection free waits its turn, and its latency counts from when it
 * was due, not from when it was sent (no coordinated omission).
 */
export function runOpenLoop({ port, connections, schedule, source, recorder }: OpenLoop): Promise<void> {
  const idle = Array.from({ length: connections }, () => new Connection(port));
  const all = [...idle];
  const start = performance.now();
  const lastDueMs = schedule.dueMs(schedule.count - 1);
  let due = 0;
  let sent = 0;
  let settled = 0;

  return new Promise((resolve) => {
    const finish = (): void => {
      for (const connection of all) connection.close();
      recorder.leftOut(schedule.count - sent);
      resolve();
    };
    const send = (connection: Connection): void => {
      const intendedAt = start + schedule.dueMs(sent);
      sent += 1;
      recorder.sent(performance.now() - intendedAt);
      connection.send(source.next(), (outcome) => {
        settled += 1;
        recorder.settled(performance.now() - intendedAt, source.judge(outcome));
        if (settled === schedule.count) return finish();
        idle.push(connection);
        pump();
      });
    };
    const pump = (): void => {
      for (let connection = idle.pop(); connection; connection = idle.pop()) {
        if (sent < due) {
          send(connection);
          continue;
        }
        idle.push(connection);
        return;
      }
    };
    const tick = (): void => {
      const elapsedMs = performance.now() - start;
      if (elapsedMs > lastDueMs + PATIENCE_MS && sent === settled) return finish();
      due = elapsedMs > lastDueMs + PATIENCE_MS ? sent : schedule.dueBy(elapsedMs);
      pump();
      const untilNextMs = due < schedule.count ? schedule.dueMs(due) - (performance.now() - start) : WATCH_MS;
      if (settled < schedule.count) setTimeout(tick, Math.max(1, untilNextMs));
    };
    tick();
  });
}
