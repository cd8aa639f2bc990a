import type { ClockMessage } from '@laurel/contracts';

/** How far workspaces with a test clock are ahead of the broker's time, ms; all others are not in it. */
export type TestClocks = ReadonlyMap<string, number>;

export const NO_CLOCKS: TestClocks = new Map();

/** Clocks only grow: one that is announced again, or late, changes nothing. The first one may lie in the past. */
export const isAhead = (offsetMs: number, before: number | undefined): boolean =>
  before === undefined || offsetMs > before;

/** The clocks behind a message. */
export function withClock(clocks: TestClocks, { workspace, offsetMs }: ClockMessage): TestClocks {
  return isAhead(offsetMs, clocks.get(workspace)) ? new Map(clocks).set(workspace, offsetMs) : clocks;
}
