/** Injects the `Clock` of rewards. */
export const REWARDS_CLOCK = Symbol('laurel.rewards-clock');
