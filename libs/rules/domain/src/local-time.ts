import { IANAZone } from 'luxon';

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** Zones change their offset at a quarter of an hour, so within one it is looked up once. */
const STEP_MS = 15 * MINUTE_MS;

/** A time as the clock on the wall of a zone shows it. */
export interface LocalTime {
  /** Days since 1 January 1970. */
  readonly day: number;
  /** ms since the clock's midnight */
  readonly time: number;
}

/** Whether it is the name of a zone of the IANA database. */
export const isZone = (name: string): boolean => IANAZone.isValidZone(name);

/** Reads the clock of a zone. Pure: it only remembers the last offset, since looking one up takes microseconds. */
export function localClock(name: string): (at: number) => LocalTime {
  const offset = zoneOffset(name);
  return (at) => {
    const local = at + offset(at);
    const day = Math.floor(local / DAY_MS);
    return { day, time: local - day * DAY_MS };
  };
}

/** ms that the zone's clock is ahead of UTC. */
function zoneOffset(name: string): (at: number) => number {
  const zone = IANAZone.create(name);
  let step = Number.NaN;
  let offset = 0;
  return (at) => {
    const current = Math.floor(at / STEP_MS);
    if (current === step) return offset;
    step = current;
    offset = Math.round(zone.offset(current * STEP_MS) * MINUTE_MS);
    return offset;
  };
}
