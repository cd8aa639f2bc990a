import { isSlug, parseInstant } from '@laurel/kernel';
import { InvalidArgumentError } from 'commander';

/** A time as people write it: RFC 3339 with an offset, or a day, which begins at 00:00 UTC. @returns ms */
export function instant(text: string): number {
  const at = parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
  if (at === undefined)
    throw new InvalidArgumentError('Give a day (2026-11-21) or a time with its offset (2026-11-21T09:30:00Z).');
  return at;
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };

/** A time that passes, as people write it. @returns seconds, at least one */
export function duration(text: string): number {
  const [, number, unit = ''] = /^(\d{1,9})([smhdw])$/.exec(text) ?? [];
  const seconds = Number(number) * (SECONDS[unit] ?? Number.NaN);
  if (!(seconds > 0)) throw new InvalidArgumentError('Give a number and its unit: 90s, 30m, 36h, 7d or 2w.');
  return seconds;
}

/** A number of things, at least one. */
export function positive(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < 1) {
    throw new InvalidArgumentError('Give a whole number of at least 1.');
  }
  return number;
}

/** What people call a thing, in addresses. */
export function slug(text: string): string {
  if (!isSlug(text)) throw new InvalidArgumentError('Give lower case letters, digits, _ and -, at most 63.');
  return text;
}

/** The place of a message in the events topic. */
export function position(text: string): string {
  if (!/^\d{1,9}:\d{1,15}$/.test(text)) throw new InvalidArgumentError('Give <partition>:<offset>, such as 3:1042.');
  return text;
}

/** Collects the values of an argument that may be given several times. */
export const several =
  <T>(parse: (text: string) => T) =>
  (text: string, before: readonly T[] | undefined): T[] => [...(before ?? []), parse(text)];
