import { type DomainError, type Result, err, ok, toIso } from '@laurel/kernel';
import { tenancyErrors } from './tenancy.errors.js';
import type { Environment } from './workspace.js';

/** Only where nothing is at stake does time stand at anybody's disposal. */
export const mayHaveClock = (environment: Environment): boolean => environment === 'dev';

/** To a time, or by a time; ms. */
export type ClockMove =
  { readonly kind: 'set'; readonly now: number } | { readonly kind: 'advance'; readonly byMs: number };

/** How far a clock is ahead of the world before it is moved. */
export interface ClockState {
  /** Milliseconds. */
  readonly offsetMs: number;
  /** Whether it was never set, and nothing was decided by it yet. */
  readonly mayGoBack: boolean;
}

/** The latest time that a clock shows: years of four digits are what RFC 3339 can write. */
const LATEST = Date.UTC(9_999, 0);

/**
 * How far ahead a clock is after a move. What is recorded was decided at its time, so time never goes back behind it.
 *
 * @param now of the world, ms
 * @returns milliseconds; error: `tenancy.clock_backwards`
 */
export function movedOffset(
  { offsetMs, mayGoBack }: ClockState,
  move: ClockMove,
  now: number,
): Result<number, DomainError> {
  const next = move.kind === 'set' ? move.now - now : offsetMs + move.byMs;
  if (next < offsetMs && !mayGoBack) {
    return err(
      tenancyErrors.clockBackwards(`It is ${toIso(now + offsetMs)} in the workspace: its clock only goes forward.`),
    );
  }
  return ok(Math.min(next, LATEST - now));
}
