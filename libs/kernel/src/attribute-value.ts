/** What an attribute of a player can be. */
export type AttributeValue = string | number | boolean;

/** Characters of a text that an attribute holds at most. */
export const LONGEST_ATTRIBUTE = 256;

const BROKEN_TEXT = /[\p{Cc}\p{Cs}]/u;

/**
 * What is wrong with a value that is to become an attribute; null, which takes the attribute away, is none.
 *
 * @returns the rule that it breaks, and that as a sentence; undefined for a good one
 */
export function attributeProblem(value: unknown): readonly [rule: string, message: string] | undefined {
  switch (typeof value) {
    case 'boolean':
      return undefined;
    case 'number':
      return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER
        ? undefined
        : ['safeNumber', 'must be a number between −(2^53 − 1) and 2^53 − 1'];
    case 'string':
      if (Array.from(value).length > LONGEST_ATTRIBUTE) {
        return ['maxLength', `must have at most ${LONGEST_ATTRIBUTE} characters`];
      }
      return BROKEN_TEXT.test(value) ? ['unicode', 'must not hold control characters or broken Unicode'] : undefined;
    default:
      return value === null ? undefined : ['attributeType', 'must be a text, a number, a boolean or null'];
  }
}
