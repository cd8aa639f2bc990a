import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const SCORING = 'libs/scoring/feature/src/index.ts';
const DOMAIN = 'libs/rules/domain/src/index.ts';

const FORBIDDEN = [
  [
    'a feature that imports another feature',
    'libs/releases/feature/src/index.ts',
    `import '@laurel/scoring-feature';`,
    '@nx/enforce-module-boundaries',
  ],
  ['a domain that imports a platform', DOMAIN, `import '@laurel/platform-mongo';`, '@nx/enforce-module-boundaries'],
  ['a domain that imports an npm package of its choice', DOMAIN, `import 'rxjs';`, '@nx/enforce-module-boundaries'],
  ['a domain that does I/O', DOMAIN, `import 'node:fs';`, 'no-restricted-imports'],
  ['a kernel that imports anything', 'libs/kernel/src/index.ts', `import 'rxjs';`, '@nx/enforce-module-boundaries'],
  ['kafkajs outside platform/kafka', SCORING, `import 'kafkajs';`, 'no-restricted-imports'],
  ['ioredis outside platform/redis', SCORING, `import 'ioredis';`, 'no-restricted-imports'],
  ['the system clock in a feature', SCORING, `export const now = Date.now();`, 'no-restricted-syntax'],
  ['the environment in a feature', SCORING, `export const home = process.env['HOME'];`, 'no-restricted-syntax'],
  ['exporting everything', SCORING, `export * from '@laurel/kernel';`, 'no-restricted-syntax'],
] as const;

const ALLOWED = {
  file: 'libs/releases/feature/src/index.ts',
  source: `export { boardId } from '@laurel/leaderboards-domain';\nexport { MONGO_DB } from '@laurel/platform-mongo';\n`,
};

let broken: string[][];

beforeAll(() => {
  // The boundaries rule reads Nx's project graph, which ESLint by itself does not compute; and the sources are not on disk.
  const env = { ...process.env, NX_DAEMON: 'false', TSESTREE_SINGLE_RUN: 'false' };
  execFileSync(join(ROOT, 'node_modules/.bin/nx'), ['show', 'projects'], { cwd: ROOT, env });
  const input = JSON.stringify([...FORBIDDEN.map(([, file, source]) => ({ file, source })), ALLOWED]);
  broken = JSON.parse(
    execFileSync(process.execPath, [join(__dirname, 'stack/lint-sources.mjs')], {
      cwd: ROOT,
      env,
      input,
      encoding: 'utf8',
    }),
  ) as string[][];
}, 120_000);

describe('lint keeps the project graph a comb', () => {
  it.each(FORBIDDEN.map(([what, , , rule], index) => [what, rule, index] as const))('refuses %s', (_, rule, index) => {
    expect(broken[index]).toContain(rule);
  });

  it('accepts a feature that imports a domain and a platform', () => {
    expect(broken[FORBIDDEN.length]).toEqual([]);
  });
});
