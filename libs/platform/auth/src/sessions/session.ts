import { hash } from 'node:crypto';

/** Rules of operators' sessions; durations as OWASP's Session Management Cheat Sheet asks for: an idle and an absolute end. */
export const SESSION = {
  /** Random bytes in a token: 256 bits. */
  tokenBytes: 32,
  /** How long one lives without a request, in milliseconds. */
  idleMs: 60 * 60_000,
  /** How long one lives at most, in milliseconds. */
  longestMs: 12 * 60 * 60_000,
} as const;

/** What a session is kept by: SHA-256 of its token, hex. A fast hash is enough for 256 random bits. */
export const sessionIdOf = (token: string): string => hash('sha256', token, 'hex');
