const LONGEST_WAIT_SECONDS = 10;
const NAME = /^\s*wait\s*(?:[=;]|$)/i;
const WAIT = /^\s*wait\s*=\s*(?:"(\d{1,9})"|(\d{1,9}))\s*(?:;|$)/i;

/**
 * How long a `Prefer` header asks to wait (RFC 7240, 4.3), in seconds. Of several waits the first counts. Undefined without one,
 * and for one that can't be honoured: anything but a whole number from 1 to 10.
 */
export function readPreferWait(header: string | readonly string[] | undefined): number | undefined {
  if (header === undefined) return undefined;
  const wait = preferencesOf(typeof header === 'string' ? header : header.join(',')).find((text) => NAME.test(text));
  const [, quoted, plain] = WAIT.exec(wait ?? '') ?? [];
  const seconds = Number(quoted ?? plain);
  return seconds >= 1 && seconds <= LONGEST_WAIT_SECONDS ? seconds : undefined;
}

/** The parts between commas, without those that lie within the quotes of another preference's value. */
function preferencesOf(header: string): string[] {
  const preferences: string[] = [];
  let isQuoted = false;
  for (const part of header.split(',')) {
    if (!isQuoted) preferences.push(part);
    if ((part.split('"').length - 1) % 2 === 1) isQuoted = !isQuoted;
  }
  return preferences;
}
