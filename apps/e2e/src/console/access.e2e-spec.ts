import { until } from '@laurel/testing';
import type { Page } from 'playwright-core';
import { TOTP } from 'otpauth';
import { Api } from '../stack/api.js';
import { scrollsSideways, PHONE, seriousProblems, signInAt } from './browser.js';
import { ConsoleStack } from './console-stack.js';

let laurel: ConsoleStack;
let page: Page;
let failures: readonly string[] = [];

beforeAll(async () => {
  laurel = await ConsoleStack.shared();
  const watched = await laurel.signedIn('/keys');
  [page, failures] = [watched, watched.failures];
}, 180_000);
afterAll(() => laurel.stop());
afterEach(() => expect(failures).toEqual([]));

const rowsOf = (table: string, text: string) =>
  page.getByRole('table', { name: table }).locator('tbody tr[data-index]').filter({ hasText: text });

/** Opens the menu of a row and chooses. */
async function choose(name: string, act: string): Promise<void> {
  await page
    .getByRole('button', { name: `Actions of ${name}` })
    .first()
    .click();
  await page.getByRole('menuitem', { name: act, exact: true }).click();
}

/** The secret that a dialog shows this once; closes it. */
async function secretShown(title: RegExp): Promise<string> {
  const dialog = page.getByRole('dialog', { name: title });
  const secret = (await dialog.locator('.mono').innerText()).trim();
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return secret;
}

const statusWith = async (key: string): Promise<number> => (await new Api(laurel.stack, key).admin('/v1/keys')).status;

describe('keys in the console', () => {
  let first: string;
  let second: string;

  it('are made with what they may do, and shown this once', async () => {
    await page.getByRole('button', { name: 'Create a key' }).first().click();
    await page.getByRole('textbox', { name: 'Name' }).fill('reports');
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'It may' }).fill('keys:read');
    await page.getByRole('option', { name: 'keys:read' }).click();
    // On to the next field: the list of permissions lies over the buttons until then.
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    first = await secretShown(/^Key reports/);

    expect(first).toMatch(/^lrl_test_rk_/);
    expect(await statusWith(first)).toBe(200);
    await rowsOf('Keys', 'reports').getByText('active').waitFor();
    expect(await page.content()).not.toContain(first);
  });

  it('are rolled: both work until the old one ends', async () => {
    await choose('reports', 'Roll');
    await page.getByLabel('Hours that the old key works on').fill('2');
    await page.getByRole('button', { name: 'Make the new key' }).click();
    second = await secretShown(/^The new key of reports/);

    expect([await statusWith(first), await statusWith(second)]).toEqual([200, 200]);
    await rowsOf('Keys', 'reports').getByText('rolled').waitFor();
  });

  it('are revoked once the name is typed', async () => {
    const rolled = rowsOf('Keys', 'reports').filter({ hasText: 'rolled' });
    await rolled.getByRole('button', { name: 'Actions of reports' }).click();
    await page.getByRole('menuitem', { name: 'Revoke' }).click();
    const revoke = page.getByRole('button', { name: 'Revoke for good' });
    expect(await revoke.isDisabled()).toBe(true);
    await page.getByLabel(/^Type reports/).fill('reports');
    await revoke.click();
    await rolled.getByText('revoked').waitFor();

    await until('no instance takes it any more', async () => (await statusWith(first)) === 401);
    expect(await statusWith(second)).toBe(200);
  });
});

describe('members in the console', () => {
  const member = { email: 'eve@studio.example', password: 'a long enough password' };

  it('are invited by a link, choose their password, and see what their role lets them', async () => {
    await laurel.api.changePlayer('PUT', 'ada', { name: 'Ada' });
    await page.goto('/members');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('E-mail').fill(member.email);
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Eve');
    expect(await dialog.getByRole('combobox', { name: 'Role', exact: true }).inputValue()).toBe('analyst');
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    const link = await secretShown(/^Link for eve@studio\.example/);

    const theirs = await laurel.browser.page();
    await theirs.goto(link);
    await theirs.getByRole('textbox', { name: 'New password', exact: true }).fill(member.password);
    await theirs.getByRole('textbox', { name: 'New password again' }).fill(member.password);
    await theirs.getByRole('button', { name: 'Set password' }).click();
    await theirs.getByRole('link', { name: 'Sign in with it' }).click();
    await signInAt(theirs, member);

    const areas = theirs.getByRole('navigation', { name: 'Areas' });
    await areas.getByRole('link', { name: 'Players' }).waitFor();
    for (const closed of ['Keys', 'Quarantine', 'Audit log'])
      expect(await areas.getByRole('link', { name: closed }).count()).toBe(0);
    await theirs.goto('/players/ada');
    await theirs.getByRole('heading', { name: 'Ada' }).waitFor();
    expect(await theirs.getByRole('button', { name: 'Actions' }).count()).toBe(0);
    expect(await theirs.getByRole('link', { name: 'Export' }).count()).toBe(0);
    await theirs.goto('/members');
    await theirs.getByRole('tab', { name: 'Your sign-in' }).waitFor();
    expect(await theirs.getByRole('tab', { name: 'Members' }).count()).toBe(0);
    expect(theirs.failures).toEqual([]);
    await theirs.context().close();
  }, 90_000);

  it('get other roles, and are removed once their address is typed', async () => {
    await page.goto('/members');
    await choose('Eve', 'Change name and roles');
    await page.getByRole('combobox', { name: 'In live' }).click();
    await page.getByRole('option', { name: 'support' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await rowsOf('Members', member.email).getByText('analyst; live: support').waitFor();

    await choose('Eve', 'Remove');
    await page.getByLabel(/^Type eve@studio\.example/).fill(member.email);
    await page.getByRole('button', { name: 'Remove for good' }).click();
    await rowsOf('Members', member.email).waitFor({ state: 'detached' });
  });

  it('set up one-time codes of their own by a QR code or a secret', async () => {
    await page.goto('/members?tab=sign-in');
    const codes = page.getByRole('region', { name: 'One-time codes' });
    await codes.getByRole('textbox', { name: 'Your password' }).fill(laurel.owner.password);
    await codes.getByRole('button', { name: 'Set up' }).click();
    await codes.getByRole('img', { name: /QR code/ }).waitFor();
    const secret = (await codes.locator('.mono').innerText()).trim();
    await codes.getByLabel('The code that it shows now').fill(new TOTP({ secret }).generate());
    await codes.getByRole('button', { name: 'Confirm' }).click();
    await codes.getByText('Keep these codes now').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  });
});

describe('the audit log in the console', () => {
  it('shows who did all this, and what each action changed', async () => {
    await page.goto('/audit');
    for (const action of ['keys.create', 'keys.roll', 'keys.revoke', 'operators.create', 'operators.change'])
      await page.getByRole('button', { name: action }).first().waitFor();
    expect(await seriousProblems(page)).toEqual([]);

    await page.getByRole('button', { name: 'operators.change' }).first().click();
    const drawer = page.getByRole('dialog');
    const change = drawer.getByRole('row').filter({ hasText: 'roles.live' });
    await change.waitFor();
    expect(await change.innerText()).toContain('support');
    await drawer.getByRole('button', { name: /^All that was done to/ }).click();
    await page.waitForURL('**/audit?target=*');
    // The whole list has it as well, and is shown until the shorter one is there.
    await page.getByRole('button', { name: 'keys.create' }).first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'operators.create' }).waitFor();
  });

  it('and the rest is as usable on a phone', async () => {
    for (const path of ['/audit', '/keys', '/members', '/members?tab=clock']) {
      await page.setViewportSize(PHONE);
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect([path, await scrollsSideways(page)]).toEqual([path, false]);
    }
  });
});

describe('the test clock', () => {
  it('goes on when somebody says so', async () => {
    await page.goto('/members?tab=clock');
    await page.getByRole('button', { name: 'Advance a week' }).click();
    await page.getByText(/7 d .*ahead of the world/).waitFor();
    const { body } = await laurel.api.admin('/v1/clock');
    expect(body['offsetMs']).toBeGreaterThanOrEqual(7 * 86_400_000);
  });

  it('is what all pages tell times by', async () => {
    const { body } = await laurel.api.sendAndWait({ type: 'clock_tried', playerId: 'ada', properties: {} });
    expect(body).toMatchObject({ status: expect.stringMatching(/^(accepted|processed)$/) as string });
    await page.goto('/events?type=clock_tried');
    const decided = page.getByRole('table', { name: 'Events' }).locator('time');
    await until('the event is listed', async () => {
      await page.getByRole('button', { name: 'Refresh' }).click();
      return (await decided.count()) > 0;
    });
    expect(await decided.innerText()).toMatch(/^(now|\d+ (second|minute)s? ago)$/);
  });
});
