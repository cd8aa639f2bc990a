import axe from 'axe-core';
import { findChromium, noChromium } from '@laurel/up';
import { type Browser, type Page, chromium } from 'playwright-core';

/** How long a page may take for what is waited for, ms: only ends what would never end. */
const PATIENCE_MS = 40_000;

export const DESKTOP = { width: 1280, height: 800 } as const;
/** The narrowest phones that people still have. */
export const PHONE = { width: 360, height: 740 } as const;

export interface PageOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
}

/** A page, and what went wrong in it. */
export interface WatchedPage extends Page {
  /** Errors of scripts, refusals by the content security policy, and files that were not there. */
  readonly failures: readonly string[];
}

/** A real Chromium, one for each file of tests. */
export class ConsoleBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly baseURL: string,
  ) {}

  /**
   * @param baseURL of the admin gateway
   * @throws Error that says what to do where there is no Chromium
   */
  static async open(baseURL: string): Promise<ConsoleBrowser> {
    const executablePath = findChromium(process.env);
    if (!executablePath) throw new Error(noChromium);
    // Chromium refuses to run as root within its sandbox; what it opens here is our own.
    const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];
    return new ConsoleBrowser(await chromium.launch({ executablePath, args }), baseURL);
  }

  /** A page of its own: nobody is signed in. */
  async page({ viewport = DESKTOP, colorScheme = 'light' }: PageOptions = {}): Promise<WatchedPage> {
    const context = await this.browser.newContext({
      baseURL: this.baseURL,
      viewport: { ...viewport },
      colorScheme,
      // Nothing is caught half-way through fading in.
      reducedMotion: 'reduce',
    });
    return watched(await context.newPage());
  }

  /** One more page of the same person. */
  async another(page: Page): Promise<WatchedPage> {
    return watched(await page.context().newPage());
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

function watched(page: Page): WatchedPage {
  page.setDefaultTimeout(PATIENCE_MS);
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('console', (message) => {
    // Refused requests are shown to people by the page itself.
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) failures.push(message.text());
  });
  return Object.assign(page, { failures });
}

/** Signs in at the page that asks for it, where it is, and waits for the frame. */
export async function signInAt(page: Page, { email, password }: { readonly email: string; readonly password: string }) {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /^Signed in as/ }).waitFor();
}

/** What axe finds serious or critical, each with the elements. */
export async function seriousProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} — ${failureSummary}`),
    );
}

/** Whether the page is wider than its window, so that one would have to scroll sideways. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
