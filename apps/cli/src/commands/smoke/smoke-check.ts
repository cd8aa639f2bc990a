import type { Gateway } from '../../gateways/gateway.js';

/** The gateways as the key's workspace sees them, and what the checks have found out so far. */
export interface SmokeRun {
  readonly ingestion: Gateway;
  readonly admin: Gateway;
  readonly query: Gateway;
  /** Address of the live feed: ws:// or wss://. */
  readonly liveUrl: string;
  /** Of the one event that is sent. */
  readonly eventId: string;
  /** Whether the event was taken. */
  sent?: boolean;
  token?: string;
  /** A leaderboard of the release in force; undefined where there is none. */
  board?: string | undefined;
}

/** One thing that must hold. */
export interface SmokeCheck {
  readonly gateway: 'ingestion' | 'admin' | 'query';
  readonly what: string;
  /** What to look at when it does not hold. */
  readonly hint: string;
  /** Why it can't be tried; undefined where it can. */
  readonly skip?: (run: SmokeRun) => string | undefined;
  /** @returns what was seen, in a few words; @throws CheckFailed, UnreachableError */
  readonly check: (run: SmokeRun) => Promise<string>;
}

/** What was looked for is not so; the message says what is. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}

/** What came of one check. */
export interface SmokeResult {
  readonly gateway: SmokeCheck['gateway'];
  readonly check: string;
  readonly result: 'ok' | 'failed' | 'skipped';
  /** How long it took, in ms. */
  readonly tookMs: number;
  readonly detail: string;
  /** What to look at; only where it failed. */
  readonly next?: string;
}
