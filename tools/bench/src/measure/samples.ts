/** A counter's value at one moment. */
export interface Sample {
  readonly atMs: number;
  readonly value: number;
}

/**
 * Growth per second between two moments: the slope of the straight line that fits the samples best, so that the steps of a
 * counter which moves in batches hardly matter. Undefined with fewer than two samples.
 */
export function growthPerSecond(samples: readonly Sample[], fromMs: number, toMs: number): number | undefined {
  const inside = samples.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);
  if (inside.length < 2) return undefined;
  const meanAt = mean(inside.map(({ atMs }) => atMs));
  const meanValue = mean(inside.map(({ value }) => value));
  let covariance = 0;
  let variance = 0;
  for (const { atMs, value } of inside) {
    covariance += (atMs - meanAt) * (value - meanValue);
    variance += (atMs - meanAt) ** 2;
  }
  return (covariance / variance) * 1_000;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
