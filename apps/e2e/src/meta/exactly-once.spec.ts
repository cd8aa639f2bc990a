import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../..');
const PAGE = readFileSync(join(ROOT, 'docs/exactly-once.md'), 'utf8');

/** A spec file and the names of tests in it: `path` “one”, “another”. */
const PROOF = /`([\w./-]+spec\.ts)`((?:,? “[^”]+”)+)/g;

const rows = PAGE.split('\n').filter((line) => /^\|(?! *(-+|rule) *\|)/.test(line));
const proofsIn = (text: string) =>
  [...text.matchAll(PROOF)].flatMap(([, file = '', names = '']) =>
    [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ file, name })),
  );

/** Whether a spec file has a test of that title, as it is written there: `%s` of a table of cases included. */
function holdsTest(file: string, name: string): boolean {
  const path = join(ROOT, file);
  const title = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return existsSync(path) && new RegExp(`\\(\\s*(['"\`])${title}\\1,`).test(readFileSync(path, 'utf8'));
}

describe('docs/exactly-once.md', () => {
  it.each(proofsIn(PAGE))('names a test that exists: $file “$name”', ({ file, name }) => {
    expect(holdsTest(file, name)).toBe(true);
  });

  it('names a test for every rule', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => proofsIn(row).length === 0)).toEqual([]);
  });

  it('names no spec file without a test in it', () => {
    const files = PAGE.split('\n')
      .filter((line) => line.startsWith('|'))
      .join('\n')
      .matchAll(/`([\w./-]+spec\.ts)`/g);
    const proven = new Set(proofsIn(PAGE).map(({ file }) => file));
    expect([...files].map(([, file = '']) => file).filter((file) => !proven.has(file))).toEqual([]);
  });
});
