/** Answers of a server that is there but cannot serve now: it loads, fails over, is full or stuck in a script. */
const PASSING_REPLIES = /^(LOADING|READONLY|MASTERDOWN|BUSY|TRYAGAIN|CLUSTERDOWN|OOM|MISCONF|NOREPLICAS)\b/;

/** The driver tells its own failures apart only by their messages. */
const DRIVER_FAILURES =
  /^(Command timed out|Connection is closed|Stream isn't writeable|Reached the max retries per request|Command aborted due to connection close)/;

/**
 * Whether an error of a command means that Redis could not be asked (disconnected, too slow, loading): callers expect that
 * and have an answer for it. Anything else is a bug in the command, and must surface.
 */
export const isRedisUnavailable = (error: unknown): boolean =>
  error instanceof Error && (DRIVER_FAILURES.test(error.message) || PASSING_REPLIES.test(error.message));
