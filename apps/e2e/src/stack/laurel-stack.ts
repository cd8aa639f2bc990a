import { randomBytes } from 'node:crypto';
import { playerTokenKeyPair, testServers, uniqueTestScope } from '@laurel/testing';
import { ServiceProcess, runScript } from './service-process.js';

/** A workspace with a secret key of its own. */
export interface TestWorkspace {
  readonly workspace: string;
  readonly secretKey: string;
}

/** What `npm test` says of the stack that it runs for many suites. */
interface RunningStack {
  readonly environment: Readonly<Record<string, string>>;
  readonly urls: Readonly<Record<'ingestion' | 'scoring' | 'query' | 'admin', string>>;
}

/** All of Laurel, as built, on the real servers, under names that no other test uses. */
export class LaurelStack {
  readonly ingestion: ServiceProcess;
  readonly scoring: ServiceProcess;
  readonly query: ServiceProcess;
  readonly admin: ServiceProcess;

  /** @param suffix of the tenants' names, where other suites have tenants too */
  private constructor(
    readonly environment: Readonly<Record<string, string>>,
    private readonly suffix = '',
  ) {
    const { LAUREL_PLAYER_TOKEN_PRIVATE_KEY: _, ...withoutSigningKey } = environment;
    this.ingestion = new ServiceProcess('ingestion-gateway', withoutSigningKey);
    this.scoring = new ServiceProcess('scoring-service', withoutSigningKey);
    this.query = new ServiceProcess('query-gateway', withoutSigningKey);
    this.admin = new ServiceProcess('admin-gateway', environment);
  }

  /** Creates topics and indexes, and starts the four services. */
  static async start(more: Readonly<Record<string, string>> = {}): Promise<LaurelStack> {
    const stack = new LaurelStack({ ...stackEnvironment(), ...more });
    await runScript('admin-gateway', 'migrate.js', [], stack.environment);
    await Promise.all(stack.services.map((service) => service.start()));
    return stack;
  }

  /**
   * The stack that `npm test` runs for all suites that want nothing special, or one of this suite's own where there is none. Its
   * services can't be stopped or started, and hold other suites' workspaces: what looks at all of them is not for it.
   */
  static async shared(): Promise<LaurelStack> {
    return LaurelStack.running() ?? LaurelStack.start();
  }

  /** The same with the console. */
  static async sharedWithConsole(): Promise<LaurelStack> {
    return LaurelStack.running() ?? LaurelStack.startWithConsole();
  }

  private static running(): LaurelStack | undefined {
    const running = process.env['LAUREL_TEST_STACK'];
    if (!running) return undefined;
    const { environment, urls } = JSON.parse(running) as RunningStack;
    const stack = new LaurelStack(environment, `-${randomBytes(4).toString('hex')}`);
    for (const name of ['ingestion', 'scoring', 'query', 'admin'] as const) stack[name].runsAt(urls[name]);
    return stack;
  }

  /** One of the suite's own with the console, which has to be told where the others listen: the admin gateway starts last. */
  static async startWithConsole(more: Readonly<Record<string, string>> = {}): Promise<LaurelStack> {
    const ofOperators = {
      LAUREL_SESSION_COOKIE: 'plain',
      LAUREL_OPERATOR_SECRETS_KEY: randomBytes(32).toString('base64'),
    };
    const stack = new LaurelStack({ ...stackEnvironment(), ...ofOperators, ...more });
    const { ingestion, scoring, query, admin } = stack;
    await runScript('admin-gateway', 'migrate.js', [], stack.environment);
    await Promise.all([ingestion, scoring, query].map((service) => service.start()));
    await admin.start({ LAUREL_CONSOLE_QUERY_URL: query.url, LAUREL_CONSOLE_INGESTION_URL: ingestion.url });
    return stack;
  }

  get services(): readonly ServiceProcess[] {
    return [this.ingestion, this.scoring, this.query, this.admin];
  }

  /** One more instance of a service that signs nothing; who starts it stops it. */
  another(app: string): ServiceProcess {
    const { LAUREL_PLAYER_TOKEN_PRIVATE_KEY: _, ...withoutSigningKey } = this.environment;
    return new ServiceProcess(app, withoutSigningKey);
  }

  /** A tenant's name as it is in this stack. */
  tenant(name: string): string {
    return `${name}${this.suffix}`;
  }

  async createWorkspace(tenant: string, environment: string): Promise<TestWorkspace> {
    const args = ['--tenant', this.tenant(tenant), '--environment', environment];
    const output = await runScript('admin-gateway', 'create-workspace.js', args, this.environment);
    return JSON.parse(output.trim().split('\n').at(-1) ?? '') as TestWorkspace;
  }

  /** Ends its services, unless others use them too. */
  async stop(): Promise<void> {
    if (this.suffix !== '') return;
    await Promise.all(this.services.map((service) => service.stop()));
  }
}

function stackEnvironment(): Record<string, string> {
  const servers = testServers();
  const scope = uniqueTestScope();
  const { privateKey, publicKey } = playerTokenKeyPair();
  return {
    LAUREL_KAFKA_BROKERS: servers.kafkaBrokers.join(','),
    LAUREL_KAFKA_TOPIC_PREFIX: scope.topicPrefix,
    LAUREL_MONGO_URL: servers.mongoUrl,
    LAUREL_MONGO_DATABASE: scope.database,
    LAUREL_REDIS_URL: servers.redisUrl,
    LAUREL_REDIS_KEY_PREFIX: scope.keyPrefix,
    LAUREL_PLAYER_TOKEN_PRIVATE_KEY: privateKey,
    LAUREL_PLAYER_TOKEN_PUBLIC_KEY: publicKey,
    LAUREL_ERASURE_KEY: 'a-secret-of-a-test-stack-that-nobody-has',
    LAUREL_EVENT_MAX_AGE_DAYS: '36500',
    // After a SIGKILL, Kafka waits this long for the dead member before it gives its partitions away.
    LAUREL_SCORING_SESSION_TIMEOUT_MS: '6000',
  };
}
