/** What the command line ends with. */
export const EXIT = {
  /** Done; nothing is wrong. */
  clean: 0,
  /** Differences were found, or something was refused. */
  found: 1,
  /** Used wrongly, or a server is not there. */
  unusable: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command can't be done as it was asked for; the message says what to do instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A server does not answer; the message says which, and what to check. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** What was asked for is refused; the message says by whom, why, and what to do. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}
