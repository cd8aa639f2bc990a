import type { Clock } from './clock.js';

/**
 * How far the time of a workspace is ahead of ours. It is 0 but for workspaces with a test clock, and then only grows, except
 * that it may begin in the past. Decisions never ask: where they are made, the log has said it.
 */
export abstract class WorkspaceClocks {
  /** Milliseconds, negative where the workspace lives in the past; a second old at most, and older while the store is away. */
  abstract offsetMs(workspace: string): Promise<number>;

  /** The same as it is stored now. Only for what would otherwise be refused: it asks the store each time. */
  abstract latestOffsetMs(workspace: string): Promise<number>;
}

/** Where no workspace has a clock of its own. */
export const ordinaryTime: WorkspaceClocks = {
  offsetMs: () => Promise.resolve(0),
  latestOffsetMs: () => Promise.resolve(0),
};

/** What time it is in a workspace, ms. */
export const nowIn = async (workspace: string, clocks: WorkspaceClocks, clock: Clock): Promise<number> =>
  clock.now() + (await clocks.offsetMs(workspace));
