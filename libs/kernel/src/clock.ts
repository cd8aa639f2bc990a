/** The only source of "now". Milliseconds since the Unix epoch, UTC. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** Writes a time as ISO 8601 with milliseconds, UTC. Range: what ECMAScript dates hold (±8.64e15 ms). */
export const toIso = (epochMs: number): string => new Date(epochMs).toISOString();

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Reads an RFC 3339 date-time with an offset. Undefined when it is not one or names a day or time that does not exist:
 * ECMAScript would turn 30 February into 2 March, and a local time without an offset into this machine's zone.
 */
export function parseInstant(text: string): number | undefined {
  const match = RFC3339.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match.map(Number);
  const daysInMonth = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
  if ((day ?? 0) < 1 || (day ?? 0) > daysInMonth || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) {
    return undefined;
  }
  const epochMs = Date.parse(text.toUpperCase());
  return Number.isNaN(epochMs) ? undefined : epochMs;
}
