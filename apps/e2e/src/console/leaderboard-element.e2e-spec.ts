import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '@laurel/testing';
import type { Page } from 'playwright-core';
import { Api } from '../stack/api.js';
import { LaurelStack } from '../stack/laurel-stack.js';
import { ConsoleBrowser, PHONE, scrollsSideways, seriousProblems } from './browser.js';

const ROOT = join(__dirname, '../../../..');
const ELEMENT = join(ROOT, 'libs/sdk/leaderboard-element');
const run = promisify(execFile);

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'win',
      on: ['won'],
      then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.points' } }],
    },
  ],
  leaderboards: ['top', 'quiet'].map((key) => ({
    key,
    source: { stat: key === 'top' ? 'points' : 'nothing' },
    aggregation: 'sum',
    order: 'desc',
    windows: [{ kind: 'all' }],
  })),
};

let stack: LaurelStack;
let api: Api;
let publishableKey: string;
let pages: Server;
let browser: ConsoleBrowser;

/** Serves the example as it is in the documentation, and the file that it loads, from an origin of its own. */
async function servePages(): Promise<Server> {
  await run(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], {
    cwd: ELEMENT,
  });
  const files = new Map([
    ['/', [join(ROOT, 'docs/examples/leaderboard-element/index.html'), 'text/html']],
    ['/laurel-leaderboard.js', [join(ELEMENT, 'dist/laurel-leaderboard.js'), 'text/javascript']],
  ]);
  const server = createServer((request, response) => {
    const [file = '', type = ''] = files.get(request.url?.split('?')[0] ?? '') ?? [];
    if (file === '') return void response.writeHead(404).end();
    void readFile(file).then((content) => response.writeHead(200, { 'content-type': type }).end(content));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function open(query: Readonly<Record<string, string>> = {}, options: Parameters<ConsoleBrowser['page']>[0] = {}) {
  const page = await browser.page(options);
  const given = new URLSearchParams({ url: stack.query.url, key: publishableKey, board: 'top', ...query });
  await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/?${given.toString()}`);
  return page;
}

/** The rows of one of the two tables of the example, as a reader sees them. */
const rowsOf = (page: Page, table = 0): Promise<string[]> =>
  page.locator('laurel-leaderboard').nth(table).locator('tbody tr').allInnerTexts();
const shows = (page: Page, ...rows: string[]) =>
  until(
    rows.join(', '),
    async () => (await rowsOf(page)).map((row) => row.replace(/\s+/g, ' ').trim()).join() === rows.join(),
    60_000,
  );
const score = (playerId: string, points: number) => api.sendAndWait({ type: 'won', playerId, properties: { points } });

beforeAll(async () => {
  stack = await LaurelStack.start();
  const { secretKey } = await stack.createWorkspace('element', 'dev');
  api = new Api(stack, secretKey);
  const made = await api.edit('POST', '/v1/keys', { kind: 'publishable', name: 'the page' });
  publishableKey = String(made.body['key']);
  const published = await api.publish({
    ...PROGRAM,
    stats: [...PROGRAM.stats, { key: 'nothing', aggregation: 'sum' }],
  });
  expect([made.status, published.status]).toEqual([201, 201]);
  await score('ann', 1_500);
  await score('chelsea', 7);
  pages = await servePages();
  browser = await ConsoleBrowser.open(stack.query.url);
}, 400_000);
afterAll(async () => {
  await browser.close();
  pages.closeAllConnections();
  pages.close();
  await stack.stop();
});

describe('<laurel-leaderboard>', () => {
  it('shows the table of its example, and how it moves', async () => {
    const page = await open();
    await shows(page, '1 ann 1,500', '2 chelsea 7');
    await score('bob', 2_000);
    await shows(page, '1 bob 2,000', '2 ann 1,500', '3 chelsea 7');
    expect(page.failures).toEqual([]);
  }, 120_000);

  it('is a table to those who do not see it, and says how the own rank changes', async () => {
    const page = await open();
    const around = page.locator('laurel-leaderboard').nth(1);
    await around.getByRole('table', { name: 'Around Chelsea' }).waitFor();
    await around.getByRole('columnheader', { name: 'Player' }).waitFor();
    await around.getByText('You are number 3.').waitFor();
    await score('chelsea', 10_000);
    await around.getByText('You went up to number 1.').waitFor();
    expect(await around.locator('[aria-current=true]').innerText()).toMatch(/1\s+chelsea\s+10,007/);
    expect(await seriousProblems(page)).toEqual([]);
  }, 120_000);

  it('keeps its table while the gateway is away, and is right again afterwards', async () => {
    const page = await open();
    await shows(page, '1 chelsea 10,007', '2 bob 2,000', '3 ann 1,500');
    await stack.query.kill();
    await page.getByText('Reconnecting…').first().waitFor();
    expect(await rowsOf(page)).toHaveLength(3);
    await api.sendEvent({ type: 'won', playerId: 'ann', properties: { points: 50_000 } });
    await stack.query.start();
    await shows(page, '1 ann 51,500', '2 chelsea 10,007', '3 bob 2,000');
    await page.getByText('Reconnecting…').first().waitFor({ state: 'hidden' });
  }, 180_000);

  it.each([
    ['nobody is on the leaderboard', { board: 'quiet' }, 'Nobody is on this leaderboard yet.'],
    ['there is no such leaderboard', { board: 'nothing' }, 'The leaderboard can’t be shown.'],
    ['the key is none', { key: 'lrl_test_pk_nobody' }, 'The leaderboard can’t be shown.'],
  ])('says so where %s', async (_, query, text) => {
    const page = await open(query);
    await page.locator('laurel-leaderboard').first().getByText(text).waitFor();
  });

  it('follows its attributes, and fits a phone in the dark', async () => {
    const page = await open({ board: 'nothing' }, { viewport: PHONE, colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Try again' }).first().waitFor();
    await page.evaluate('document.querySelector("laurel-leaderboard").setAttribute("board", "top")');
    await shows(page, '1 ann 51,500', '2 chelsea 10,007', '3 bob 2,000');
    await page.evaluate('document.querySelectorAll("laurel-leaderboard")[1].remove()');
    expect(await scrollsSideways(page)).toBe(false);
    expect(await seriousProblems(page)).toEqual([]);
  }, 120_000);
});
