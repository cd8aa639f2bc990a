import { type LogLevel } from '@laurel/platform-config';
import { currentRequestId } from '@laurel/platform-http';
import { type Logger, type LoggerOptions, pino, stdTimeFunctions } from 'pino';

/** Injects the process's `Log`. */
export const LOG = Symbol('laurel.log');

/** Injects the `Log` of the one line per request. */
export const REQUEST_LOG = Symbol('laurel.request-log');

export interface LogOptions {
  /** Name of the service, in every line. */
  readonly service: string;
  readonly level: LogLevel;
}

/**
 * The log of one process: JSON lines on standard output, with the id of the request being served. Fits `Log` of the kernel.
 * Made before the application, whose modules take it.
 */
export const createLog = (options: LogOptions): Logger => pino(logOptions(options));

/** The same log for lines of fixed, harmless fields: looking for secrets in them would cost as much as writing them. */
export const withoutRedaction = (log: Logger): Logger => log.child({}, { redact: [] });

export const logOptions = ({ service, level }: LogOptions): LoggerOptions => ({
  level,
  base: { service },
  timestamp: stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  mixin: requestIdField,
  redact: ['authorization', 'token', 'secretKey', '*.authorization', '*.token', '*.secretKey'],
});

function requestIdField(): { requestId?: string } {
  const requestId = currentRequestId();
  return requestId === undefined ? {} : { requestId };
}
