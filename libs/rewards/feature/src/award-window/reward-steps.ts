/** A step of giving rewards, for tests that end the process there. */
export type RewardStep = 'run_begun' | 'page_granted' | 'granted' | 'approved' | 'taken' | 'ordered';

/** Told of each step that was reached. */
export abstract class RewardSteps {
  abstract reach(step: RewardStep): void;
}

export class UnwatchedRewardSteps extends RewardSteps {
  override reach(): void {
    // Nobody wants to know.
  }
}
