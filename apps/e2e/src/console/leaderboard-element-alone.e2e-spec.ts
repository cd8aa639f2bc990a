import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ConsoleBrowser, type WatchedPage } from './browser.js';

const ROOT = join(__dirname, '../../../..');
const ORIGIN = 'http://page.example';
const run = promisify(execFile);

let folder: string;
let browser: ConsoleBrowser;

/** A page with this within it, which loads the element afterwards, as modules are. */
async function open(html: string): Promise<WatchedPage> {
  const page = await browser.page();
  const script = await readFile(join(folder, 'laurel-leaderboard.js'), 'utf8');
  await page.route('**/*', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><link rel="icon" href="data:," /><script type="module" src="/element.js"></script>${html}`,
        }),
  );
  await page.goto('/');
  return page;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laurel-element-'));
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const cwd = join(ROOT, 'libs/sdk/leaderboard-element');
  await run(process.execPath, [vite, 'build', '--outDir', folder, '--logLevel', 'error'], { cwd });
  browser = await ConsoleBrowser.open(ORIGIN);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

describe('<laurel-leaderboard>, wherever it is', () => {
  it('has what a script of the page gave it before its own file was there', async () => {
    const give = `document.querySelector('laurel-leaderboard').texts = { failed: 'Nichts zu sehen' };`;
    const page = await open(`<laurel-leaderboard></laurel-leaderboard><script>${give}</script>`);
    await page.getByText('Nichts zu sehen').waitFor();
    expect(page.failures).toEqual([]);
  });

  it('says that it can’t be shown where its address is none', async () => {
    const page = await open('<laurel-leaderboard url="http://" key="k" board="b"></laurel-leaderboard>');
    await page.getByText('The leaderboard can’t be shown.').waitFor();
    expect(page.failures).toEqual([]);
  });

  it('may be imported where a page is only written, without a browser', async () => {
    // The folder says nothing of the kind of its files.
    const file = join(folder, 'laurel-leaderboard.mjs');
    await copyFile(join(folder, 'laurel-leaderboard.js'), file);
    const show = 'console.log(typeof element.LaurelLeaderboardElement)';
    const script = `import * as element from ${JSON.stringify(pathToFileURL(file).href)}; ${show}`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script]);
    expect(stdout.trim()).toBe('function');
  });
});
