import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PACKAGE = join(__dirname, '..');
const LAUREL = "const laurel = new Laurel({ url: 'http://localhost', credential: 'key' });";
const SHOW =
  "console.log(typeof laurel.live.subscribe, new LaurelError({ status: 0, code: 'a.b', detail: 'c' }).message);";
const PUBLISHED = /^(?:dist|package\.json$|README\.md$)/;

// It compiles twice: on a busy machine, that takes a while.
const BUILD_TIMEOUT_MS = 240_000;

let folder: string;

/** Installs the package, as it would be published, into a folder of its own. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laurel-sdk-'));
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: PACKAGE });
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [{ filename: string }];
  const installed = join(folder, 'node_modules/@laurel/sdk');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1']);
}, BUILD_TIMEOUT_MS);

afterAll(() => rm(folder, { recursive: true, force: true }));

const node = async (file: string, text: string): Promise<string> => {
  await writeFile(join(folder, file), text);
  return (await run(process.execPath, [join(folder, file)], { cwd: folder })).stdout;
};

/** Compiles programs against the package, without the types of Node. @returns what is wrong with them, a line each */
async function compile(programs: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [file, text] of Object.entries(programs)) await writeFile(join(folder, file), text);
  const tsc = join(__dirname, '../../../../node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--target', 'es2023', '--lib', 'es2023,dom', '--module', 'nodenext'];
  const ran = run(process.execPath, [tsc, ...options, ...Object.keys(programs)], { cwd: folder });
  const { stdout } = await ran.catch((error: { stdout: string }) => error);
  return stdout.trim().split('\n').sort();
}

describe('the package as it is published', () => {
  it('is imported by ES modules', async () => {
    const said = await node('esm.mjs', `import { Laurel, LaurelError } from '@laurel/sdk';\n${LAUREL}\n${SHOW}`);
    expect(said).toBe('function a.b: c\n');
  });

  it('is required by CommonJS modules', async () => {
    const said = await node('cjs.cjs', `const { Laurel, LaurelError } = require('@laurel/sdk');\n${LAUREL}\n${SHOW}`);
    expect(said).toBe('function a.b: c\n');
  });

  it(
    'has types for both that need nothing else',
    async () => {
      const right = `import { Laurel, type BoardTable } from '@laurel/sdk';
      const laurel = new Laurel({ url: 'http://localhost', credential: 'key' });
      laurel.live.subscribe('leaderboard:top', { view: { kind: 'top', limit: 5 } }, {
        onTable: (table: BoardTable) => table.rows.map(({ score }) => score.toFixed()),
      });
      laurel.leaderboards.page('top').then(({ entries, total }) => entries.map(({ rank }) => (total ?? 0) - (rank ?? 0)));`;
      const wrong = "import { Laurel } from '@laurel/sdk'; new Laurel({ url: 1 });";
      const inner = "import type { paths } from '@laurel/sdk/generated/query-gateway'; export type P = paths;";
      const said = await compile({
        'm.mts': right,
        'c.cts': right,
        'wrong.mts': wrong,
        'wrong.cts': wrong,
        'in.mts': inner,
      });
      expect(said).toEqual([
        `in.mts(1,28): error TS2307: Cannot find module '@laurel/sdk/generated/query-gateway' or its corresponding type declarations.`,
        `wrong.cts(1,52): error TS2322: Type 'number' is not assignable to type 'string'.`,
        `wrong.mts(1,52): error TS2322: Type 'number' is not assignable to type 'string'.`,
      ]);
    },
    BUILD_TIMEOUT_MS,
  );

  it('has no dependencies, and nothing that is not its own', async () => {
    const installed = join(folder, 'node_modules/@laurel/sdk');
    const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect([manifest['dependencies'], manifest['sideEffects']]).toEqual([undefined, false]);
    const files = await readdir(installed, { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    for (const path of paths) {
      expect(path.slice(installed.length + 1)).toMatch(PUBLISHED);
      expect(path).not.toMatch(/spec|builder|tsbuildinfo|\.map$/);
      if (!/\.(js|d\.ts)$/.test(path)) continue;
      const imports = (await readFile(path, 'utf8')).matchAll(/(?:from |require\(|import\()["']([^"']+)["']/g);
      for (const [, imported] of imports)
        expect({ path, imported }).toEqual({ path, imported: expect.stringMatching(/^\.\.?\//) });
    }
  });
});
