/** What a problem of a program says that people can use. */
export interface ProgramProblem {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
}

const PATTERNS: readonly (readonly [is: RegExp, says: string])[] = [
  [/\/(type|on\/\d+)$/, 'must be lower-case words, as in match_won or shop.sale_closed'],
  [/^\/eventTypes\/\d+\/key$/, 'must be lower-case words, as in match_won or shop.sale_closed'],
  [/\/(property|other)$/, 'must begin with event, as in event.properties.score'],
  [/\/(amount|value)$/, 'must be a number, written with a point'],
  [/\/hours\/\d+\/(from|to)$/, 'must be a time of day, as in 18:00'],
  [/\/(resetAt|from|to)$/, 'must be a time of day, as in 18:00'],
  [/\/anchor$/, 'must be a date, as in 2026-05-01'],
];

/** A problem's message; a regular expression helps nobody, so it says what is meant. */
export function inWords({ path, rule, message }: ProgramProblem): string {
  if (rule === 'pattern') {
    const known = PATTERNS.find(([is]) => is.test(path));
    return known?.[1] ?? 'must be lower-case letters, digits, - and _, at most 63 of them';
  }
  if (rule === 'minItems') return 'must not be empty';
  return message;
}
