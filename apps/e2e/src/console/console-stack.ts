import { Api } from '../stack/api.js';
import { LaurelStack, type TestWorkspace } from '../stack/laurel-stack.js';
import { type TestOwner, createOwner } from '../stack/owner.js';
import { ConsoleBrowser, type PageOptions, type WatchedPage, signInAt } from './browser.js';

const TENANT = 'studio';

/** All of Laurel with its console, a tenant with `dev` and `live`, its owner, and a browser. */
export class ConsoleStack {
  private constructor(
    readonly stack: LaurelStack,
    readonly browser: ConsoleBrowser,
    readonly dev: TestWorkspace,
    readonly live: TestWorkspace,
    readonly owner: TestOwner,
  ) {}

  /** On services of this suite's own. */
  static async start(): Promise<ConsoleStack> {
    return ConsoleStack.of(await LaurelStack.startWithConsole());
  }

  /** The same on the stack of many suites. */
  static async shared(): Promise<ConsoleStack> {
    return ConsoleStack.of(await LaurelStack.sharedWithConsole());
  }

  private static async of(stack: LaurelStack): Promise<ConsoleStack> {
    const [dev, live] = await Promise.all(['dev', 'live'].map((name) => stack.createWorkspace(TENANT, name)));
    if (!dev || !live) throw new Error('the tenant has no environments');
    const [owner, browser] = await Promise.all([
      createOwner(stack, stack.tenant(TENANT)),
      ConsoleBrowser.open(stack.admin.url),
    ]);
    return new ConsoleStack(stack, browser, dev, live, owner);
  }

  /** The public APIs with the secret key of `dev`, where the owner begins. */
  get api(): Api {
    return new Api(this.stack, this.dev.secretKey);
  }

  /** A page at this address with the owner, or somebody else, signed in. */
  async signedIn(path = '/', options: PageOptions & { readonly as?: TestOwner } = {}): Promise<WatchedPage> {
    const page = await this.browser.page(options);
    await page.goto(path);
    await signInAt(page, options.as ?? this.owner);
    return page;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.stack.stop();
  }
}
