const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long it is until then: days and hours, or a clock for the last day. */
export function countdownOf(end: string, nowMs: number): string {
  const left = Date.parse(end) - nowMs;
  if (left <= 0) return 'over';
  if (left >= DAY) return `${Math.floor(left / DAY)} d ${Math.floor((left % DAY) / HOUR)} h`;
  const [hours, minutes, seconds] = [left / HOUR, (left % HOUR) / MINUTE, (left % MINUTE) / SECOND].map(Math.floor);
  return `${hours}:${pad(minutes)}:${pad(seconds)}`;
}

const pad = (value = 0): string => String(value).padStart(2, '0');
