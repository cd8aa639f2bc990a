import type { ActivityBucket } from './overview.queries.js';

/** A count as people read it: 1,234, then 12.3K. */
export const countOf = (count: number): string =>
  count < 10_000
    ? count.toLocaleString('en')
    : new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(count);

/** So many each second: two digits that matter. */
export const rateOf = (rate: number): string =>
  rate === 0 ? '0' : new Intl.NumberFormat('en', { maximumSignificantDigits: rate < 1_000 ? 2 : 3 }).format(rate);

/** A duration in ms; a dash where there was none. */
export function delayOf(ms: number | null): string {
  if (ms === null) return '–';
  return ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toLocaleString('en', { maximumFractionDigits: 1 })} s`;
}

/** Events that somebody should look at. */
export const troublesOf = ({ byStatus, refused }: Pick<ActivityBucket, 'byStatus' | 'refused'>): number =>
  (byStatus['failed'] ?? 0) + (byStatus['quarantined'] ?? 0) + refused;

/** One point of each chart; numbers of events are per second, so that ranges can be compared. */
export interface ChartPoint {
  readonly at: string;
  readonly processed: number;
  readonly other: number;
  readonly failed: number;
  readonly quarantined: number;
  readonly refused: number;
  readonly p50: number | null;
  readonly p99: number | null;
  readonly players: number;
}

export function pointsOf(buckets: readonly ActivityBucket[], bucketSeconds: number): readonly ChartPoint[] {
  const perSecond = (count: number): number => Math.round((count / bucketSeconds) * 1_000) / 1_000;
  const withDay = bucketSeconds * buckets.length > 86_400;
  return buckets.map(({ start, events, byStatus, refused, lagMs, activePlayers }) => {
    const processed = byStatus['processed'] ?? 0;
    return {
      at: timeOf(start, withDay),
      processed: perSecond(processed),
      other: perSecond(events - processed),
      failed: byStatus['failed'] ?? 0,
      quarantined: byStatus['quarantined'] ?? 0,
      refused,
      p50: lagMs.p50,
      p99: lagMs.p99,
      players: activePlayers,
    };
  });
}

const timeOf = (at: string, withDay: boolean): string =>
  new Intl.DateTimeFormat('en-GB', {
    ...(withDay ? { weekday: 'short' } : {}),
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
