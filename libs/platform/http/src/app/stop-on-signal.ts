import { Logger } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';

/** Longer than the longest grace and the slowest request, shorter than what supervisors grant before SIGKILL. */
const STOP_DEADLINE_MS = 9_000;

/**
 * On the first SIGTERM or SIGINT: becomes unready, serves on for a grace with answers that end their connections, stops
 * accepting, finishes what is in flight, closes connections, exits 0. `app.close()` does these in that order: `onModuleDestroy`
 * hooks, `beforeApplicationShutdown` hooks, the HTTP server, `onApplicationShutdown` hooks.
 */
export function stopOnSignal(app: INestApplicationContext): void {
  const log = new Logger('process');
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) {
      return;
    }
    stopping = true;
    log.log({ signal }, 'process.stopping');
    setTimeout(() => {
      log.error({ afterMs: STOP_DEADLINE_MS }, 'process.stop_timed_out');
      process.exit(1);
    }, STOP_DEADLINE_MS).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'process.stop_failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
