import { until } from '@laurel/testing';
import type { Locator, Page } from 'playwright-core';
import { IS_FULL } from '../faults/harness/seed.js';
import type { WatchedPage } from './browser.js';
import { ConsoleStack } from './console-stack.js';

/** `LAUREL_FAULTS=full` has as many as the console is made for; every `npm test` enough to tell. */
const PLAYERS = IS_FULL ? 100_000 : 10_000;
/** Of a request. */
const LINES = 1_000;
const COUNTRIES = ['AT', 'DE', 'FR', 'JP'] as const;

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'scored',
      on: ['scored'],
      then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.points' } }],
    },
  ],
  leaderboards: [
    {
      ...{ key: 'race', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
      splits: [{ key: 'country', attributes: ['country'] }],
    },
  ],
};

/** More rows in the page than fit three windows would be more than are needed. */
const MOST_DRAWN = 120;

/** Of a heap from one moment to another, and of what a list knows of a row that it let go of: its height and place. */
const SPREAD_BYTES = 3_000_000;
const PLACE_BYTES = 220;
/** Players who score all the while. */
const MOVING = 400;

let laurel: ConsoleStack;

/** The player of a rank: everybody has a point more than the next. */
const playerOf = (rank: number): string => `p${String(rank).padStart(6, '0')}`;

const countryOf = (player: string | null) => COUNTRIES[Number(player?.slice(1)) % COUNTRIES.length];

async function fill(): Promise<void> {
  const parts = Array.from({ length: PLAYERS / LINES }, (_, part) => part);
  const send = async (part: number): Promise<void> => {
    const players = Array.from({ length: LINES }, (_, index) => {
      const rank = part * LINES + index + 1;
      const attributes = { country: countryOf(playerOf(rank)) };
      return { playerId: playerOf(rank), attributes, stats: { points: PLAYERS - rank + 1 } };
    });
    expect((await laurel.api.import('everybody', players)).body).toMatchObject({ accepted: LINES });
  };
  while (parts.length > 0) await Promise.all(parts.splice(0, 4).map(send));
  await until(
    'everybody is ranked',
    async () => (await laurel.api.query('/v1/leaderboards/race?limit=1')).body['total'] === PLAYERS,
    600_000,
  );
}

beforeAll(async () => {
  laurel = await ConsoleStack.start();
  expect(await laurel.api.publish(PROGRAM)).toMatchObject({ status: 201 });
  await fill();
}, 900_000);
afterAll(() => laurel.stop());

/** Of elements in the page. */
interface Row {
  getAttribute(name: string): string | null;
  querySelector(selectors: string): { readonly textContent: string | null } | null;
}

interface Region {
  scrollTop: number;
  readonly scrollHeight: number;
}

/** @param share of the way down, 0 to 1 */
const scrollTo = (region: Locator, share: number): Promise<void> =>
  region.evaluate((element: Region, to: number) => {
    element.scrollTop = element.scrollHeight * to;
  }, share);

/** Of the rows in the page, the best first. */
const scoresOf = (page: Page): Promise<number[]> =>
  page
    .locator('.board-row[data-player]')
    .evaluateAll((rows: readonly Row[]) =>
      [...rows]
        .sort((left, right) => Number(left.getAttribute('aria-rowindex')) - Number(right.getAttribute('aria-rowindex')))
        .map((row) => Number(row.querySelector('b')?.textContent?.replaceAll(',', ''))),
    );

/** Of the rows in the page. */
const playersOf = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('.board-row[data-player]')
    .evaluateAll((rows: readonly Row[]) => rows.map((row) => row.getAttribute('data-player')));

/** Bytes that scripts hold, without what nobody refers to any more. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** Paths that the page has asked for since, with their queries. */
function requestsOf(page: Page, part: string): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes(part)) asked.push(request.url());
  });
  return asked;
}

const done = async (page: WatchedPage): Promise<void> => {
  expect(page.failures).toEqual([]);
  await page.context().close();
};

describe(`a leaderboard of ${PLAYERS} players`, () => {
  let page: WatchedPage;
  let region: Locator;
  const rowOf = (rank: number): Locator => page.locator(`.board-row[data-player="${playerOf(rank)}"]`);
  const drawn = (): Promise<number> => page.locator('.board-row[data-player]').count();
  const goTo = async (rank: number): Promise<void> => {
    await page.getByLabel('Go to rank').fill(String(rank));
    await page.getByLabel('Go to rank').press('Enter');
    await rowOf(rank).waitFor();
  };

  beforeAll(async () => {
    page = await laurel.signedIn('/boards/race');
    region = page.getByRole('region', { name: 'Standings of race: rows' });
    await rowOf(1).waitFor();
  });
  afterAll(() => done(page));

  it('goes to any rank at once, with few rows in the page', async () => {
    const table = page.getByRole('table', { name: 'Standings of race' });
    expect(await table.getAttribute('aria-rowcount')).toBe(String(PLAYERS + 1));
    const asked = requestsOf(page, '/v1/leaderboards/race?');
    const far = PLAYERS * 0.99;
    await goTo(far);
    expect(await rowOf(far).getByRole('cell').first().innerText()).toBe(far.toLocaleString('en'));
    expect(await rowOf(far).getAttribute('aria-rowindex')).toBe(String(far + 1));
    expect(await drawn()).toBeLessThan(MOST_DRAWN);
    // Nothing of what lies between was read.
    expect(new Set(asked).size).toBeLessThan(5);

    await scrollTo(region, 1);
    await rowOf(PLAYERS).waitFor();
    await goTo(PLAYERS / 4);
    // Its headings stay in sight, however far down.
    const [heading, frame] = [page.getByRole('columnheader', { name: 'Score' }), region];
    expect((await heading.boundingBox())?.y).toBeGreaterThanOrEqual((await frame.boundingBox())?.y ?? Infinity);
  });

  it('holds rows nearby only, however much of it is looked at', async () => {
    const looks = IS_FULL ? 200 : 20;
    const look = async (share: number): Promise<void> => {
      await scrollTo(region, share);
      await page.locator('.board-row[aria-busy]').first().waitFor({ state: 'detached' });
      expect(await drawn()).toBeLessThan(MOST_DRAWN);
    };
    for (let step = 1; step <= 5; step += 1) await look(step / looks / 5);
    const before = await heapOf(page);
    for (let step = 1; step <= looks; step += 1) await look(step / looks);
    await rowOf(PLAYERS).waitFor();
    expect(await heapOf(page)).toBeLessThan(before * 1.5);
  });

  it('shows rows far down as they are now', async () => {
    const half = PLAYERS / 2;
    await goTo(half);
    const last = playerOf(PLAYERS);
    const event = { type: 'scored', playerId: last, properties: { points: half - 10 } };
    expect(await laurel.api.sendAndWait(event)).toMatchObject({ status: 200 });
    await rowOf(PLAYERS).waitFor();

    await page.getByRole('combobox', { name: 'Find a player' }).fill(last);
    await page.getByRole('option', { name: last }).click();
    await page.waitForURL(`**/boards/race?around=${last}`);
    await rowOf(PLAYERS).waitFor();
    await page.getByRole('button', { name: /instead of the rows around/ }).click();
  });

  it('keeps up while thousands of events come at once, and ends on the right scores', async () => {
    await scrollTo(region, 0);
    await rowOf(1).waitFor();
    const scores = new Map(Array.from({ length: MOVING }, (_, index) => [index + 1, PLAYERS - index]));
    const rounds = Array.from({ length: IS_FULL ? 30 : 3 }, (_, round) =>
      Array.from({ length: LINES }, (_event, index) => {
        const [rank, points] = [1 + ((index * 37 + round) % MOVING), (index * 7_919) % 500];
        scores.set(rank, (scores.get(rank) ?? 0) + points);
        return { type: 'scored', playerId: playerOf(rank), properties: { points } };
      }),
    );
    const best = [...scores.values()].sort((left, right) => right - left).slice(0, 10);
    for (const events of rounds) expect((await laurel.api.sendBatch(events)).status).toBeLessThan(300);
    await until(
      'the page shows what all of them lead to',
      async () => (await scoresOf(page)).slice(0, best.length).join() === best.join(),
      120_000,
    );
    expect(await drawn()).toBeLessThan(MOST_DRAWN);
  });

  it('offers its parts, and shows one', async () => {
    const part = page.getByRole('combobox', { name: 'Part' });
    await part.click();
    await page.getByRole('option', { name: 'country:AT' }).waitFor();
    await part.fill('country:D');
    await page.getByRole('option', { name: 'country:DE' }).click();
    await page.waitForURL('**/boards/race?segment=country%3ADE');
    const figures = page.getByRole('group', { name: 'Figures of the leaderboard' });
    await figures.getByText((PLAYERS / COUNTRIES.length).toLocaleString('en')).waitFor();
    await until('only players of it are shown', async () => {
      const shown = await playersOf(page);
      return shown.length > 0 && shown.every((player) => countryOf(player) === 'DE');
    });
  });
});

describe(`${PLAYERS} players in a list`, () => {
  it('are scrolled through with few rows in the page and few pages kept, and back', async () => {
    const page = await laurel.signedIn('/players');
    const region = page.getByRole('region', { name: 'Players' });
    const link = (rank: number): Locator => region.getByRole('link', { name: playerOf(rank), exact: true });
    await link(1).waitFor();
    const end = IS_FULL ? PLAYERS : 3_000;
    let before = 0;
    for (let seen = 100; seen < end; seen += 100) {
      await scrollTo(region, 1);
      await link(seen + 1).waitFor({ state: 'attached' });
      if (seen === 1_500) before = await heapOf(page);
    }
    expect(await region.getByRole('row').count()).toBeLessThan(MOST_DRAWN);
    expect(await heapOf(page)).toBeLessThan(before + SPREAD_BYTES + (end - 1_500) * PLACE_BYTES);

    const asked = requestsOf(page, '/v1/players?');
    await scrollTo(region, 0.5);
    await link(end / 2).waitFor();
    expect(new Set(asked).size).toBeLessThan(5);
    await done(page);
  }, 900_000);
});
