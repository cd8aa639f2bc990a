import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

const run = promisify(execFile);
const PACKAGE = join(__dirname, '..');
const MOST_BYTES = 15_000;
// On a busy machine, building takes a while.
const BUILD_TIMEOUT_MS = 240_000;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laurel-element-'));
  const vite = join(PACKAGE, '../../../node_modules/vite/bin/vite.js');
  await run(process.execPath, [vite, 'build', '--outDir', folder, '--logLevel', 'error'], { cwd: PACKAGE });
}, BUILD_TIMEOUT_MS);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the file that pages load', () => {
  it('is one, without imports', async () => {
    expect(await readdir(folder)).toEqual(['laurel-leaderboard.js']);
    const text = await readFile(join(folder, 'laurel-leaderboard.js'), 'utf8');
    expect(text).not.toMatch(/\bimport\s*[({'"]|\bfrom\s*["']/);
    expect(text).toContain('customElements.define');
  });

  it('is less than 15 KB on its way', async () => {
    const bytes = gzipSync(await readFile(join(folder, 'laurel-leaderboard.js')), { level: 9 }).length;
    expect(bytes).toBeLessThan(MOST_BYTES);
  });
});
