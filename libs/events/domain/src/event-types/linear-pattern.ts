import { RE2JS } from 're2js';

/** A regular expression whose matching takes time in proportion to the text: nothing in it can backtrack. */
export interface LinearPattern {
  test(text: string): boolean;
  /** Instructions of the compiled automaton: what it costs per character at most. */
  readonly size: number;
  /** The source: Ajv takes patterns with the same text for the same pattern. */
  toString(): string;
}

/**
 * Compiles a pattern in the syntax that JavaScript and RE2 share.
 *
 * @throws when it is no pattern, and for what needs backtracking: look-around and back-references
 */
export function compileLinearPattern(source: string): LinearPattern {
  const compiled = RE2JS.compile(RE2JS.translateRegExp(source));
  return { test: (text) => compiled.test(text), size: compiled.programSize(), toString: () => source };
}
