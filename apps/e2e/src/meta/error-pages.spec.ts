import { globSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(__dirname, '../../../..');
const PAGES = join(ROOT, 'docs/errors');
const DECLARATION = /defineError\(\s*'([a-z_]+\.[a-z_]+)',\s*'([a-z_]+)'/g;

/** `code` of every declared error, once per declaration. */
const declared = globSync('libs/**/src/**/*.ts', { cwd: ROOT, exclude: ['**/node_modules/**', '**/dist/**'] })
  .filter((file) => !/spec\.ts$/.test(file))
  .flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(DECLARATION)])
  .map(([, code = '']) => code);
const pages = readdirSync(PAGES).map((file) => basename(file, '.md'));

describe('error codes', () => {
  it('are declared once each', () => {
    expect(declared.filter((code, index) => declared.indexOf(code) !== index)).toEqual([]);
  });

  it.each(declared)('%s has a page that says what happened and what to do', (code) => {
    const page = readFileSync(join(PAGES, `${code}.md`), 'utf8');
    expect(page.split('\n')[0]).toBe(`# ${code}`);
    expect(page).toMatch(/what to do/i);
  });

  it('have no page without a declaration', () => {
    expect(pages.filter((code) => !declared.includes(code))).toEqual([]);
  });
});
