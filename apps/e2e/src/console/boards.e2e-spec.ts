import { until } from '@laurel/testing';
import type { Page } from 'playwright-core';
import { PHONE, type WatchedPage, scrollsSideways, seriousProblems } from './browser.js';
import { ConsoleStack } from './console-stack.js';

/** A day of the first week. */
const NOW = '2014-08-13T12:00:00Z';
const WEEK_SECONDS = 7 * 86_400;
const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  currencies: [{ key: 'coins' }],
  rules: [
    {
      key: 'win',
      on: ['round_won'],
      then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.points' } }],
    },
  ],
  leaderboards: [
    {
      ...{ key: 'cup', source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
      windows: [{ kind: 'weekly' }, { kind: 'all' }],
    },
  ],
};

let laurel: ConsoleStack;

beforeAll(async () => {
  laurel = await ConsoleStack.shared();
  await laurel.api.edit('PUT', '/v1/clock', { now: NOW });
  expect(await laurel.api.publish(PROGRAM)).toMatchObject({ status: 201 });
  for (const [playerId, points] of Object.entries({ ann: 50, bob: 40, cid: 30 })) await win(playerId, points);
}, 180_000);
afterAll(() => laurel.stop());

const win = async (playerId: string, points: number): Promise<void> => {
  const answer = await laurel.api.sendAndWait({ type: 'round_won', playerId, properties: { points } });
  expect(answer.body).toMatchObject({ status: 'processed' });
};

/** Of an element in the page. */
interface Attributes {
  getAttribute(name: string): string | null;
}

/** Players in the order in which one sees them. */
const standings = (page: Page): Promise<string[]> =>
  page
    .locator('.board-row[data-player]')
    .evaluateAll((rows: readonly Attributes[]) =>
      [...rows]
        .sort((left, right) => Number(left.getAttribute('aria-rowindex')) - Number(right.getAttribute('aria-rowindex')))
        .map((row) => row.getAttribute('data-player') ?? ''),
    );

const shows = (page: Page, ...players: string[]): Promise<unknown> =>
  until(`the page shows ${players.join(', ')}`, async () => (await standings(page)).join() === players.join(), 20_000);

const done = async (page: WatchedPage): Promise<void> => {
  expect(page.failures).toEqual([]);
  await page.context().close();
};

describe('the live board', () => {
  it('moves while events come in: rows glide to their places', async () => {
    const page = await laurel.signedIn('/boards/cup');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.evaluate(`{
      const animate = Element.prototype.animate;
      Element.prototype.animate = function (...how) {
        if (this.classList.contains('board-row')) this.setAttribute('data-has-glided', '');
        return animate.apply(this, how);
      };
    }`);
    await shows(page, 'ann', 'bob', 'cid');
    await page.getByText('connecting').waitFor({ state: 'detached' });

    await win('cid', 45);

    await shows(page, 'cid', 'ann', 'bob');
    const row = page.locator('.board-row[data-player="cid"]');
    expect(await row.getAttribute('data-has-glided')).toBe('');
    expect(await row.innerText()).toContain('+45');
    await page.getByLabel('down 1, passed by cid').first().waitFor();
    await done(page);
  });

  it('shows the rows around a player, and how the standing came to be', async () => {
    const page = await laurel.signedIn('/boards/cup');
    await page.getByRole('combobox', { name: 'Find a player' }).fill('bob');
    await page.getByRole('option', { name: 'bob' }).click();
    await page.waitForURL('**/boards/cup?around=bob');
    await shows(page, 'cid', 'ann', 'bob');

    await page.getByRole('button', { name: 'bob', exact: true }).click();
    const drawer = page.getByRole('dialog', { name: 'bob' });
    await drawer.getByRole('heading', { name: /^Rank 3/ }).waitFor();
    await drawer.getByText('round_won').waitFor();
    expect(await drawer.innerText()).toContain('+40 points');
    expect(await seriousProblems(page)).toEqual([]);
    await done(page);
  });

  it('is moderated with a reason, which stays with the player', async () => {
    const page = await laurel.signedIn('/boards/cup?player=ann');
    const drawer = page.getByRole('dialog', { name: 'ann' });
    await drawer.getByRole('tab', { name: 'Moderate' }).click();
    expect(await drawer.getByRole('button', { name: 'Hide ann' }).isEnabled()).toBe(false);
    await drawer.getByLabel('Reason').fill('Under review.');
    await drawer.getByRole('button', { name: 'Hide ann' }).click();
    await shows(page, 'cid', 'bob');

    await drawer.getByText('Show again').click();
    await drawer.getByLabel('Reason').fill('Nothing found.');
    await drawer.getByRole('button', { name: 'Show again ann' }).click();
    await shows(page, 'cid', 'ann', 'bob');
    await drawer.getByRole('tab', { name: 'Trail' }).click();
    await drawer.getByText('Nothing found.').waitFor();
    await done(page);
  });
});

describe('a weekly leaderboard with rewards', () => {
  it('is made in the form, with its next windows and its problems in sight', async () => {
    const page = await laurel.signedIn('/boards/new');
    await page.getByRole('textbox', { name: 'Key' }).fill('Weekly Race');
    await page.getByRole('status').filter({ hasText: 'to be put right' }).waitFor();
    await page.getByRole('textbox', { name: 'Key' }).fill('race');
    await page.getByRole('table', { name: 'Next windows' }).getByText('2014-W34').first().waitFor();
    expect(await page.getByRole('table', { name: 'Next windows' }).getByRole('row').count()).toBe(12);

    await page.getByRole('tab', { name: 'Rewards' }).click();
    await page.getByRole('button', { name: 'Add reward', exact: true }).click();
    const reward = page.getByRole('group', { name: 'reward 1', exact: true });
    await reward.getByLabel('Key').fill('purse');
    await reward.getByRole('radiogroup', { name: 'What is given' }).getByText('Currency').click();
    await reward.getByRole('combobox', { name: 'Currency' }).click();
    await page.getByRole('option', { name: 'coins' }).click();
    await page.getByRole('button', { name: 'Add reward schedule' }).click();
    const schedule = page.getByRole('group', { name: 'reward schedule 1', exact: true });
    expect(await schedule.getByLabel('Key').inputValue()).toBe('race-prizes');
    await schedule.getByRole('switch', { name: 'Approve by hand' }).click();
    await page.getByText('Nothing is wrong with it.').waitFor();
    expect(await seriousProblems(page)).toEqual([]);

    await page.getByRole('button', { name: 'Save in the draft' }).click();
    await page.waitForURL('**/boards/race/edit');
    const { body } = await laurel.api.admin('/v1/draft');
    expect(body['program']).toMatchObject({
      leaderboards: [{ key: 'cup' }, { key: 'race', source: { stat: 'points' }, windows: [{ kind: 'weekly' }] }],
      rewards: [{ key: 'purse', what: [{ currency: 'coins', amount: 100 }] }],
      rewardSchedules: [
        { key: 'race-prizes', leaderboard: 'race', approval: 'manual', tiers: [{ rewards: ['purse'] }] },
      ],
    });
    await done(page);
  });

  it('pays its winners when the week has ended and somebody approved', async () => {
    expect(await laurel.api.edit('POST', '/v1/releases', { note: 'a race' })).toMatchObject({ status: 201 });
    await win('bob', 5);
    await laurel.api.edit('POST', '/v1/clock/advance', { seconds: WEEK_SECONDS });

    const page = await laurel.signedIn('/boards/race/rewards');
    await page.getByRole('button', { name: 'Approve all 1' }).click();
    await page.getByLabel('Paid: 1 of 1').waitFor();
    await page.getByRole('button', { name: '2014-W33' }).click();
    const grants = page.getByRole('table', { name: 'Grants of 2014-W33' });
    await grants.getByText('100 coins').waitFor();
    await grants.getByText('granted').waitFor();
    expect(await laurel.api.query('/v1/players/bob')).toMatchObject({ body: { balances: { coins: 100 } } });

    await page.getByRole('button', { name: 'Revoke the grant of bob' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('Paid by mistake.');
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await grants.getByText('revoked').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await done(page);
  });

  it('has a league in the form, with percents, bands and bounds', async () => {
    const page = await laurel.signedIn('/boards/new');
    await page.getByRole('textbox', { name: 'Key', exact: true }).fill('cohorts');
    await page.getByRole('textbox', { name: 'Score at least' }).fill('0');
    await page.getByRole('textbox', { name: 'Score at most' }).fill('9000');
    await page.getByRole('switch', { name: 'Groups' }).click();
    await page
      .getByRole('radiogroup', { name: 'What players of a tier are kept apart by' })
      .getByText('attribute')
      .click();
    await page.getByRole('textbox', { name: 'Attribute of players' }).fill('rating');
    const edges = page.getByLabel('By ranges that begin at').and(page.locator('input'));
    for (const edge of ['1500', '1000']) {
      await edges.fill(edge);
      await edges.press('Enter');
    }
    await page.getByRole('button', { name: 'Add tier', exact: true }).click();
    const [lower, upper] = [1, 2].map((place) => page.getByRole('group', { name: `tier ${place}`, exact: true }));
    await lower?.getByRole('radiogroup', { name: 'How many go up: counted in' }).getByText('%').click();
    await lower?.getByRole('textbox', { name: 'How many go up' }).fill('20');
    await upper?.getByRole('textbox', { name: 'How many go down' }).fill('3');
    await page.getByText('Nothing is wrong with it.').waitFor();
    expect(await seriousProblems(page)).toEqual([]);

    await page.getByRole('button', { name: 'Save in the draft' }).click();
    await page.waitForURL('**/boards/cohorts/edit');
    const { body, headers } = await laurel.api.admin('/v1/draft');
    const { leaderboards } = body['program'] as { readonly leaderboards: readonly object[] };
    expect(leaderboards.at(-1)).toMatchObject({
      ...{ key: 'cohorts', source: { stat: 'points', bounds: { min: 0, max: 9_000 } } },
      league: {
        ...{ window: 'weekly', groupSize: 50, band: { attribute: 'rating', edges: [1_000, 1_500] } },
        tiers: [
          { key: 'cohort', promote: { percent: 20 } },
          { key: 'tier-2', relegate: { count: 3 } },
        ],
      },
    });
    await done(page);
    const seen = { 'if-match': headers.get('etag') ?? '' };
    expect((await laurel.api.edit('DELETE', '/v1/draft', undefined, seen)).status).toBeLessThan(300);
  });
});

describe('windows', () => {
  it('that have ended are read as they ended, and exported', async () => {
    const page = await laurel.signedIn('/boards/cup/windows');
    const ended = page.getByRole('region', { name: 'Windows that have ended' });
    await ended.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CSV' }).click();
    expect((await download).suggestedFilename()).toBe('cup-2014-W33.csv');

    await ended.getByRole('link', { name: '2014-W33' }).click();
    await page.getByText('Final standings').waitFor();
    await shows(page, 'cid', 'ann', 'bob');
    await done(page);
  });

  it('that run are ended by the typed name alone', async () => {
    const page = await laurel.signedIn('/boards/cup/windows');
    await page.getByRole('button', { name: 'End earlier' }).click();
    const dialog = page.getByRole('dialog', { name: 'End a window earlier' });
    expect(await dialog.getByRole('button', { name: 'End it now' }).isEnabled()).toBe(false);
    await dialog.getByLabel('Type 2014-W34 to confirm').fill('2014-W34');
    await dialog.getByRole('button', { name: 'End it now' }).click();
    await page
      .getByRole('region', { name: 'Windows that have ended' })
      .getByRole('link', { name: '2014-W34' })
      .waitFor();
    await done(page);
  });
});

describe('who has read nothing', () => {
  it('makes a weekly leaderboard with a prize and a rule, tries it, publishes it and sees it move, by what the pages offer', async () => {
    const page = await laurel.signedIn('/');
    const link = (name: string | RegExp) => page.getByRole('link', { name }).first();
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await link('Leaderboards').click();
    await link('Create leaderboard').click();
    await page.getByRole('textbox', { name: 'Key' }).fill('sprint');
    await page.getByRole('tab', { name: 'Rewards' }).click();
    // What is added is complete as it is.
    await button('Add reward').click();
    await button('Add reward schedule').click();
    await page.getByText('Nothing is wrong with it.').waitFor();
    await button('Save in the draft').click();
    await page.getByText('sprint is in the draft.').waitFor();
    await link(/^Publish/).click();
    for (const kind of ['Leaderboards', 'Rewards', 'Reward schedules']) {
      const card = page.locator('main').getByText(kind, { exact: true }).locator('xpath=..');
      await card.getByText('1 changed').waitFor();
    }

    await page.getByRole('main').getByRole('link', { name: 'Rules' }).click();
    await link('New rule').click();
    await page.getByRole('textbox', { name: 'Key', exact: true }).fill('cheer');
    await page.getByRole('combobox', { name: 'On events of type', exact: true }).fill('round_won');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing is wrong with it.').waitFor();
    await button('Save to draft').click();
    await page.getByRole('heading', { level: 1, name: 'cheer' }).waitFor();
    await page.getByRole('tab', { name: 'Dry run' }).click();
    await button('Start the dry run').click();
    await page.getByRole('table', { name: 'Stats' }).getByText('points').waitFor();
    await page.getByRole('tab', { name: 'Changes' }).click();
    await button('Publish').click();
    await button('Publish to dev').click();
    await page
      .getByText(/is published/)
      .first()
      .waitFor();

    await link('Leaderboards').click();
    await link('sprint').click();
    await page.getByText('Nobody is on it yet').waitFor();
    await win('zoe', 7);
    await shows(page, 'zoe');
    await done(page);
  });
});

describe('on a phone, in the dark', () => {
  it.each(['/boards', '/boards/cup', '/boards/cup/windows', '/boards/race/rewards', '/boards/cup/edit'])(
    '%s fits, and everybody can use it',
    async (path) => {
      const page = await laurel.signedIn(path, { viewport: PHONE, colorScheme: 'dark' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      expect(await scrollsSideways(page)).toBe(false);
      expect(await seriousProblems(page)).toEqual([]);
      await done(page);
    },
  );
});
