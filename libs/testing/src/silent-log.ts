import type { Log } from '@laurel/kernel';

/** A log for tests that look at behaviour, not at lines. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
