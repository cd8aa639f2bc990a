import { TOTP } from 'otpauth';
import { PHONE, scrollsSideways, seriousProblems, signInAt } from './browser.js';
import { ConsoleStack } from './console-stack.js';

/** As the navigation has them. */
const AREAS = [
  ...['/', '/feed', '/events', '/boards', '/program', '/players'],
  ...['/quarantine', '/dead-letters', '/keys', '/members', '/audit'],
] as const;

// A browser beside all of Laurel: each step may take long where cores are few.
jest.setTimeout(180_000);

let laurel: ConsoleStack;

beforeAll(async () => {
  laurel = await ConsoleStack.shared();
}, 300_000);
afterAll(() => laurel.stop());

describe('signing in to the console', () => {
  it('leads back to the address that was asked for', async () => {
    const page = await laurel.signedIn('/players?status=banned');
    await page.waitForURL('**/players?status=banned');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Players');
    expect(page.failures).toEqual([]);
    await page.context().close();
  });

  it('says what is wrong, and what to do', async () => {
    const page = await laurel.browser.page();
    await page.goto('/');
    await page.getByLabel('E-mail').fill(laurel.owner.email);
    await page.getByRole('textbox', { name: 'Password' }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('operators.sign_in_refused');
    expect(await alert.innerText()).toContain('Check what you typed');
    expect(await seriousProblems(page)).toEqual([]);
    await page.context().close();
  });

  it('ends everywhere at once, and is asked for again where somebody went on', async () => {
    const page = await laurel.signedIn('/boards');
    const other = await laurel.browser.another(page);
    await other.goto('/audit');
    await other.getByRole('button', { name: /^Signed in as/ }).waitFor();
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');
    await other.waitForURL('**/sign-in?to=%2Faudit');
    await page.context().close();
  });
});

describe('signing out of the console', () => {
  it('is not told to have happened while the session lives', async () => {
    const page = await laurel.signedIn('/boards');
    await page.route('**/v1/session', (route) =>
      route.request().method() === 'DELETE' ? route.abort() : route.fallback(),
    );
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByText('You are still signed in').waitFor();
    expect(new URL(page.url()).pathname).toBe('/boards');
    await page.unroute('**/v1/session');
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');
    await page.context().close();
  });
});

describe('the environment', () => {
  it('is in sight, is switched for all windows, and live cannot be mistaken', async () => {
    const page = await laurel.signedIn('/boards');
    const other = await laurel.browser.another(page);
    await other.goto('/players');
    await page.getByRole('button', { name: 'Environment dev: switch' }).click();
    await page.getByRole('menuitem', { name: 'live' }).click();
    await page.getByRole('button', { name: 'Environment live: switch' }).waitFor();
    await other.getByRole('button', { name: 'Environment live: switch' }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await page.context().close();
  });

  it('shows only what the role there permits', async () => {
    const page = await laurel.signedIn();
    const member = { email: 'analyst@studio.example', password: 'another long password' };
    const invited = await page.request.post('/v1/operators', {
      headers: { 'x-laurel-csrf': '1' },
      data: { email: member.email, name: 'An analyst', roles: { dev: 'analyst' } },
    });
    const { passwordToken } = (await invited.json()) as { passwordToken: string };
    const theirs = await laurel.browser.page();
    await theirs.goto(`/set-password#${passwordToken}`);
    await theirs.getByRole('textbox', { name: 'New password', exact: true }).fill(member.password);
    await theirs.getByRole('textbox', { name: 'New password again' }).fill(member.password);
    await theirs.getByRole('button', { name: 'Set password' }).click();
    await theirs.getByRole('link', { name: 'Sign in with it' }).click();
    await signInAt(theirs, member);
    const areas = theirs.getByRole('navigation', { name: 'Areas' });
    expect(await areas.getByRole('link', { name: 'Leaderboards' }).count()).toBe(1);
    expect(await areas.getByRole('link', { name: 'Audit log' }).count()).toBe(0);
    await theirs.goto('/audit');
    await theirs.getByRole('heading', { name: 'Your role does not include audit log' }).waitFor();
    await theirs.context().close();
    await page.context().close();
  });
});

describe('finding one’s way', () => {
  it('takes keys: to an area, to the search, to the list of keys', async () => {
    const page = await laurel.signedIn('/audit');
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.waitForURL('**/boards');
    await page.keyboard.press('/');
    await page.getByRole('textbox', { name: 'Search', exact: true }).fill('member');
    await page.getByText('Operators, their roles and your own sign-in').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/members');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await page.context().close();
  });

  it('tells that a page is none, and leads on', async () => {
    const page = await laurel.signedIn('/nowhere/at/all');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await page.getByRole('link', { name: 'Go to the overview' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.context().close();
  });
});

describe.each(['light', 'dark'] as const)('every area, %s', (colorScheme) => {
  it('has nothing that axe finds serious, and no failure', async () => {
    const page = await laurel.signedIn('/', { colorScheme });
    const found: Record<string, string[]> = {};
    for (const path of AREAS) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      const problems = await seriousProblems(page);
      if (problems.length > 0) found[path] = problems;
    }
    expect(found).toEqual({});
    expect(page.failures).toEqual([]);
    await page.context().close();
  });
});

describe('on a phone', () => {
  it('no area is wider than the screen, and the navigation opens', async () => {
    const page = await laurel.signedIn('/', { viewport: PHONE });
    const wide: string[] = [];
    for (const path of AREAS) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      if (await scrollsSideways(page)) wide.push(path);
    }
    expect(wide).toEqual([]);
    await page.getByRole('button', { name: 'Navigation' }).click();
    await page.getByRole('link', { name: 'Leaderboards' }).click();
    await page.waitForURL('**/boards');
    await page.context().close();
  });
});

describe('with a one-time code', () => {
  it('signing in asks for it once the password is right', async () => {
    const page = await laurel.signedIn();
    const headers = { 'x-laurel-csrf': '1' };
    const begun = await page.request.post('/v1/session/totp', { headers, data: { password: laurel.owner.password } });
    const { secret } = (await begun.json()) as { secret: string };
    const confirmed = await page.request.put('/v1/session/totp', {
      headers,
      data: { code: new TOTP({ secret }).generate() },
    });
    const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] };
    await page.context().close();

    const again = await laurel.browser.page();
    await again.goto('/');
    await again.getByLabel('E-mail').fill(laurel.owner.email);
    await again.getByRole('textbox', { name: 'Password' }).fill(laurel.owner.password);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await again.getByLabel('One-time code').fill(recoveryCodes[0] ?? '');
    await again.getByRole('button', { name: 'Sign in' }).click();
    await again.getByRole('button', { name: /^Signed in as/ }).waitFor();
    await again.context().close();
  });
});
