import { until } from '@laurel/testing';
import type { Page } from 'playwright-core';
import { PHONE, type WatchedPage, scrollsSideways, seriousProblems } from './browser.js';
import { ConsoleStack } from './console-stack.js';

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  currencies: [{ key: 'coins' }],
  segments: [{ key: 'vips', when: { attribute: 'plan', op: 'eq', value: 'vip' } }],
  rules: [{ key: 'win', on: ['match_won'], then: [{ effect: 'record', stat: 'points', amount: 3 }] }],
  leaderboards: [
    {
      ...{ key: 'league', source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
      windows: [{ kind: 'all' }, { kind: 'weekly' }],
    },
  ],
};
const PAGES = [
  ...['/program', '/program/rules', '/program/rules/win', '/program/leaderboards/league', '/program/new/boosts'],
  ...['/program/changes', '/program/dry-run', '/program/releases', '/program/releases/1', '/program/source'],
];

let laurel: ConsoleStack;

beforeAll(async () => {
  laurel = await ConsoleStack.shared();
  expect(await laurel.api.publish(PROGRAM)).toMatchObject({ status: 201 });
  for (const [playerId, goals] of Object.entries({ ann: 1, bob: 4, cid: 3 })) await win(playerId, goals);
}, 180_000);
afterAll(() => laurel.stop());

/** A player wins a match; decided when it returns. */
async function win(playerId: string, goals: number): Promise<void> {
  const eventId = `won-by-${playerId}`;
  await laurel.api.sendAndWait({ eventId, type: 'match_won', playerId, properties: { goals } });
  await until('it is decided', async () => {
    const { body } = await laurel.api.query(`/v1/events/${eventId}`);
    return body['status'] === 'processed';
  });
}

const combobox = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const textbox = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function choose(page: Page, name: string, option: string): Promise<void> {
  await combobox(page, name).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

const row = (page: Page, table: string, of: string): Promise<string> =>
  page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: of }).innerText();

async function done(page: WatchedPage): Promise<void> {
  expect(page.failures).toEqual([]);
  await page.context().close();
}

describe('a rule', () => {
  it('is built by its form, tried on recorded events, published, and decides the next event', async () => {
    const page = await laurel.signedIn('/program/new/rules');
    await textbox(page, 'Key').fill('three-goals');
    await combobox(page, 'On events of type').fill('match_won');
    await page.keyboard.press('Enter');
    await choose(page, 'Effect 1', 'Award');
    await choose(page, 'Amount: kind', 'A fixed value');
    await textbox(page, 'Amount').fill('10');
    await page.getByRole('button', { name: 'When', exact: true }).click();
    await combobox(page, 'Property of the event').fill('event.properties.goals');
    await choose(page, 'Comparison', 'is at least');
    await textbox(page, 'Value').fill('3');
    await page.getByText('Nothing is wrong with it.').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save to draft' }).click();
    await heading(page, 'three-goals');

    await page.getByRole('tab', { name: 'Dry run' }).click();
    await page.getByRole('button', { name: 'Start the dry run' }).click();
    await page.getByText('3 events of 3 players').waitFor();
    expect(await row(page, 'Balances', 'coins')).toMatch(/coins\s+0\s+20\s+\+20/);
    expect(await row(page, 'Whose coins would change', 'bob')).toMatch(/bob\s+0\s+10\s+\+10/);
    expect(await seriousProblems(page)).toEqual([]);

    await page.getByRole('tab', { name: 'Changes' }).click();
    await page.getByRole('region', { name: 'Rules' }).getByText('three-goals').waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await textbox(page, 'Note').fill('Three goals are worth ten coins');
    await page.getByRole('button', { name: 'Publish to dev' }).click();
    await heading(page, /^Release 2/);
    await page.getByText('Three goals are worth ten coins').waitFor();
    await win('dee', 5);

    expect((await laurel.api.query('/v1/players/dee')).body).toMatchObject({ balances: { coins: 10 } });
    await done(page);
  });

  it('tells what is wrong with it at its field while one types, and takes its source too', async () => {
    const page = await laurel.signedIn('/program/rules/win');
    await combobox(page, 'Stat').fill('nothing');
    await page.getByText('there is no stat "nothing" in this program').first().waitFor();
    expect(await combobox(page, 'Stat').getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('tab', { name: 'Source' }).last().click();
    await page.getByText('YAML', { exact: true }).click();
    const source = textbox(page, 'Source of the rule');
    await until('the source is YAML', async () => (await source.inputValue()).includes('stat: nothing'));
    await source.fill((await source.inputValue()).replace('stat: nothing', 'stat: points'));
    await page.getByText('Nothing is wrong with it.').waitFor();
    await page.getByRole('button', { name: 'Undo changes' }).waitFor({ state: 'detached' });
    await done(page);
  });
});

describe('a draft that somebody else changes meanwhile', () => {
  it('is not overwritten: both are shown, and who edits decides', async () => {
    const page = await laurel.signedIn('/program/rules/win');
    await textbox(page, 'Priority').fill('5');
    const draft = (await laurel.api.admin('/v1/draft')).headers.get('etag') ?? '';
    await laurel.api.edit('PATCH', '/v1/rules/win', { stop: true }, { 'if-match': draft });
    await page.getByRole('button', { name: 'Save to draft' }).click();

    const alert = page.getByRole('alert').filter({ hasText: 'Somebody else changed the draft' });
    await alert.getByText('/stop').waitFor();
    await alert.getByText('/priority').waitFor();
    expect((await laurel.api.admin('/v1/rules/win')).body).not.toHaveProperty('priority');
    await alert.getByRole('button', { name: 'Save mine over theirs' }).click();
    await alert.waitFor({ state: 'detached' });

    await until('mine is saved', async () => (await laurel.api.admin('/v1/rules/win')).body['priority'] === 5);
    expect((await laurel.api.admin('/v1/rules/win')).body).not.toHaveProperty('stop');
    await done(page);
  });

  it('is not overwritten by its source either', async () => {
    const page = await laurel.signedIn('/program/source');
    const source = textbox(page, 'Source of the draft');
    await until('the source is shown', async () => (await source.inputValue()) !== '');
    const program = JSON.parse(await source.inputValue()) as { readonly rules: readonly object[] };
    await source.fill(JSON.stringify({ ...program, rules: program.rules.map((rule) => ({ ...rule, priority: 7 })) }));
    const draft = (await laurel.api.admin('/v1/draft')).headers.get('etag') ?? '';
    await laurel.api.edit('PATCH', '/v1/rules/win', { stop: true }, { 'if-match': draft });
    await page.getByRole('button', { name: 'Replace the draft' }).click();

    const alert = page.getByRole('alert').filter({ hasText: 'Somebody else changed the draft' });
    await alert.getByText('/rules/0/stop').waitFor();
    expect((await laurel.api.admin('/v1/rules/win')).body).toMatchObject({ priority: 5, stop: true });
    await alert.getByRole('button', { name: 'Take theirs' }).click();
    await alert.waitFor({ state: 'detached' });
    await until('the page shows theirs', async () => (await source.inputValue()).includes('"stop": true'));
    await done(page);
  });

  it('is discarded by who types the word', async () => {
    const page = await laurel.signedIn('/program');
    await page.getByRole('button', { name: 'Discard' }).click();
    const dialog = page.getByRole('dialog', { name: 'Discard the draft' });
    const act = dialog.getByRole('button', { name: 'Discard the draft' });
    expect(await act.isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('draft');
    await act.click();
    await dialog.waitFor({ state: 'detached' });

    expect((await laurel.api.admin('/v1/draft')).body).toMatchObject({ updatedAt: null });
    await done(page);
  });
});

describe('a release', () => {
  it('goes to live only by who saw the difference and typed the name', async () => {
    const page = await laurel.signedIn('/program/releases/1');
    await page.getByRole('button', { name: 'Promote' }).click();
    const dialog = page.getByRole('dialog', { name: 'Promote release 1' });
    await choose(page, 'To', 'live');
    await dialog.getByRole('region', { name: 'Rules' }).getByText('win', { exact: true }).waitFor();
    const act = dialog.getByRole('button', { name: 'Publish in live' });
    expect(await act.isDisabled()).toBe(true);
    await textbox(page, 'Type live to confirm').fill('life');
    expect(await act.isDisabled()).toBe(true);
    await textbox(page, 'Type live to confirm').fill('live');
    expect(await seriousProblems(page)).toEqual([]);
    await act.click();
    await page.getByText('It is release 1 of live.').waitFor();
    await done(page);
  });

  it('is rolled back to by who types its name: the next one says the same', async () => {
    const { body } = await laurel.api.admin('/v1/keys');
    const [key] = body['entries'] as readonly { readonly id: string }[];
    await laurel.api.edit('PATCH', `/v1/keys/${key?.id}`, { name: 'pipeline' });
    const page = await laurel.signedIn('/program/releases');
    await page.getByRole('link', { name: '1', exact: true }).click();
    await heading(page, /^Release 1/);
    await page.getByText(/^Published .* by pipeline$/).waitFor();
    await page.getByRole('button', { name: 'Roll back to this' }).click();
    const dialog = page.getByRole('dialog', { name: 'Roll back to release 1' });
    await dialog.getByRole('textbox').fill('release 1');
    await dialog.getByRole('button', { name: 'Roll back', exact: true }).click();
    await heading(page, /^Release 3/);
    await page.getByText(/^Published .* by you$/).waitFor();

    expect((await laurel.api.admin('/v1/releases/3')).body).toMatchObject({ program: { rules: [{ key: 'win' }] } });
    await done(page);
  });
});

describe.each(['light', 'dark'] as const)('the pages of the program, %s and on a phone', (colorScheme) => {
  it('have nothing that axe finds serious, and fit', async () => {
    const page = await laurel.signedIn('/program', { viewport: PHONE, colorScheme });
    const found: Record<string, unknown> = {};
    for (const path of PAGES) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      const [problems, isWide] = [await seriousProblems(page), await scrollsSideways(page)];
      if (problems.length > 0 || isWide) found[path] = { problems, isWide };
    }
    expect(found).toEqual({});
    await done(page);
  });
});
