/** One rate that was tried, in events per second. */
export interface Attempt {
  readonly offered: number;
  readonly scored: number;
  readonly isSustained: boolean;
}

const GRAIN = 100;
const GROWTH = 1.5;
/** Where nothing passed yet: below what was scored while more was offered than could be. */
const BELOW_OVERLOAD = 0.9;
/** The search ends when the rates that pass and fail are this close. */
const CLOSE = 1.08;

/** The highest rate that passed with none below it failing. */
export function highestSustained(attempts: readonly Attempt[]): number | undefined {
  const failed = lowestFailed(attempts);
  const passed = attempts.filter(({ offered, isSustained }) => isSustained && offered < failed);
  return passed.length === 0 ? undefined : Math.max(...passed.map(({ offered }) => offered));
}

/**
 * The rate to try next in search of the highest that is sustained: upwards until one fails, then between the highest that
 * passed and the lowest that failed. Undefined when they are close enough.
 */
export function nextRate(attempts: readonly Attempt[], first: number): number | undefined {
  if (attempts.length === 0) return first;
  const passed = highestSustained(attempts);
  const failed = lowestFailed(attempts);
  if (passed === undefined) {
    const scored = attempts.find(({ offered }) => offered === failed)?.scored ?? 0;
    const next = toGrain(Math.min(scored * BELOW_OVERLOAD, failed * BELOW_OVERLOAD));
    return next < failed ? next : undefined;
  }
  if (failed === Number.POSITIVE_INFINITY) return toGrain(passed * GROWTH);
  if (failed / passed <= CLOSE) return undefined;
  const next = toGrain((passed + failed) / 2);
  return next > passed && next < failed ? next : undefined;
}

function lowestFailed(attempts: readonly Attempt[]): number {
  return Math.min(...attempts.filter(({ isSustained }) => !isSustained).map(({ offered }) => offered));
}

const toGrain = (rate: number): number => Math.max(GRAIN, Math.round(rate / GRAIN) * GRAIN);
