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

  static async start(more: Readonly<Record<string, string>> = {}): Promise<ConsoleStack> {
    const stack = await LaurelStack.startWithConsole(more);
    const [dev, live] = await Promise.all(['dev', 'live'].map((name) => stack.createWorkspace(TENANT, name)));
    if (!dev || !live) throw new Error('the tenant has no environments');
    const [owner, browser] = await Promise.all([createOwner(stack, TENANT), ConsoleBrowser.open(stack.admin.url)]);
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
