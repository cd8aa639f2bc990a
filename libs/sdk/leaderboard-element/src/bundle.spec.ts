import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

const run = promisify(execFile);
const PACKAGE = join(__dirname, '..');
const BIN = join(PACKAGE, '../../../node_modules');
const MOST_BYTES = 15_000;
// On a busy machine, building takes a while.
const BUILD_TIMEOUT_MS = 240_000;

let folder: string;
let built: string;

/** Builds into a folder of its own, where it is found as an installed package is. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laurel-element-'));
  const installed = join(folder, 'node_modules/@laurel/leaderboard-element');
  built = join(installed, 'dist');
  await mkdir(installed, { recursive: true });
  await cp(join(PACKAGE, 'package.json'), join(installed, 'package.json'));
  const options = ['build', '--outDir', built, '--logLevel', 'error'];
  await run(process.execPath, [join(BIN, 'vite/bin/vite.js'), ...options], { cwd: PACKAGE });
}, BUILD_TIMEOUT_MS);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the file that pages load', () => {
  it('is one, without imports', async () => {
    expect((await readdir(built)).filter((file) => !file.endsWith('.d.ts'))).toEqual(['laurel-leaderboard.js']);
    const text = await readFile(join(built, 'laurel-leaderboard.js'), 'utf8');
    expect(text).not.toMatch(/\bimport\s*[({'"]|\bfrom\s*["']/);
    expect(text).toContain('customElements.define');
  });

  it('is less than 15 KB on its way', async () => {
    const bytes = gzipSync(await readFile(join(built, 'laurel-leaderboard.js')), { level: 9 }).length;
    expect(bytes).toBeLessThan(MOST_BYTES);
  });
});

/** Compiles a program against the package, types of libraries included. @returns what is wrong with it, a line each */
async function compile(program: string): Promise<string[]> {
  await writeFile(join(folder, 'page.mts'), program);
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2023,dom', '--module', 'nodenext'];
  const tsc = [join(BIN, 'typescript/bin/tsc'), ...options, 'page.mts'];
  const { stdout } = await run(process.execPath, tsc, { cwd: folder }).catch((error: { stdout: string }) => error);
  return stdout.trim() === '' ? [] : stdout.trim().split('\n');
}

describe('the types of the element', () => {
  it('need nothing else', async () => {
    for (const file of (await readdir(built)).filter((name) => name.endsWith('.d.ts'))) {
      const imports = (await readFile(join(built, file), 'utf8')).matchAll(/from ["']([^"']+)["']/g);
      for (const [, imported] of imports)
        expect({ file, imported }).toEqual({ file, imported: expect.stringMatching(/^\.\//) as string });
    }
  });

  it(
    'know the element by its tag, its events, properties and attributes',
    async () => {
      const program = `import type { LaurelLeaderboardAttributes, LeaderboardClient } from '@laurel/leaderboard-element';
      const given: LaurelLeaderboardAttributes = { url: 'https://query.example', board: 'cup', limit: 5 };
      const board = document.createElement('laurel-leaderboard');
      for (const [name, value] of Object.entries(given)) board.setAttribute(name, String(value));
      declare const client: LeaderboardClient;
      board.laurel = client;
      board.texts = { player: 'Spieler' };
      board.nameOf = (playerId) => playerId.toUpperCase();
      board.addEventListener('laurel-table', ({ detail }) => detail.rows.map(({ score }) => score.toFixed()));
      board.addEventListener('laurel-state', ({ detail }) => [detail.state === 'live', detail.error?.code.length]);`;
      expect(await compile(program)).toEqual([]);
    },
    BUILD_TIMEOUT_MS,
  );

  it(
    'refuse what the element does not have',
    async () => {
      const program = `import type { LaurelLeaderboardAttributes } from '@laurel/leaderboard-element';
document.createElement('laurel-leaderboard').nameOf = 5;
export const given: LaurelLeaderboardAttributes = { leaderboard: 'cup' };`;
      expect((await compile(program)).map((line) => line.slice(0, line.indexOf(':', 20)))).toEqual([
        'page.mts(2,1): error TS2322',
        'page.mts(3,53): error TS2353',
      ]);
    },
    BUILD_TIMEOUT_MS,
  );
});
