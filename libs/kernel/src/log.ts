/** Structured log: facts first, then a constant message (`batch.committed`). pino's loggers fit. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
