/** Whether this instance is the one that closes windows now. Two that both say so do no harm. */
export abstract class Leadership {
  abstract isLeader(): boolean;
}

/** The workspaces that live in a time of their own. */
export abstract class WorkspaceOffsets {
  /** By how much (ms) each of them is ahead of the brokers; others are not in it. */
  abstract all(): Promise<ReadonlyMap<string, number>>;
}

/** Where no workspace has a time of its own. */
export class NoOffsets extends WorkspaceOffsets {
  override async all(): Promise<ReadonlyMap<string, number>> {
    return new Map();
  }
}

/** A step of closing windows, for tests that end the process there. */
export type ClosingStep = 'marked' | 'barred' | 'freezing' | 'frozen' | 'settling';

/** Told of each step that was reached. */
export abstract class ClosingSteps {
  abstract reach(step: ClosingStep): void;
}
