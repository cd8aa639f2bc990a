import { toIso } from '@laurel/kernel';

const DAY_MS = 86_400_000;
/** Days remembered: times on boards lie close together. */
const MOST_DAYS = 1_000;
const TWO_DIGITS = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

/** `2015-05-24T` by day since the epoch. */
const days = new Map<number, string>();

/**
 * Writes a time as `toIso` does, in a fifth of its time: the day is remembered and only the time of day is written. For
 * answers with many rows.
 */
export function isoText(epochMs: number): string {
  const day = Math.floor(epochMs / DAY_MS);
  const ms = epochMs - day * DAY_MS;
  const seconds = Math.floor(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const time = `${digits(hours)}:${digits(minutes - hours * 60)}:${digits(seconds - minutes * 60)}`;
  return `${dayText(day)}${time}.${String(ms - seconds * 1_000).padStart(3, '0')}Z`;
}

const digits = (value: number): string => TWO_DIGITS[value] ?? '';

function dayText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= MOST_DAYS) days.clear();
  const iso = toIso(day * DAY_MS);
  const text = iso.slice(0, iso.indexOf('T') + 1);
  days.set(day, text);
  return text;
}
