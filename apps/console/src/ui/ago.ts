const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const instant = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** How long before or after now an instant is, in the largest unit of which there is one. */
export function agoOf(at: string, now: Date): string {
  const distance = Date.parse(at) - now.getTime();
  if (Number.isNaN(distance)) return at;
  const [unit, size] = UNITS.find(([, ms]) => Math.abs(distance) >= ms) ?? ['second', 1_000];
  return relative.format(Math.trunc(distance / size), unit);
}

/**
 * How far a clock is ahead of the browser's, ms, by what it said and when. A part of a second is the way of the answer.
 */
export const aheadOf = (said: string, heardAt: number): number =>
  Math.round((Date.parse(said) - heardAt) / 1_000) * 1_000 || 0;

/** An instant in the zone of who reads it. */
export const instantOf = (at: string): string => (Number.isNaN(Date.parse(at)) ? at : instant.format(new Date(at)));
