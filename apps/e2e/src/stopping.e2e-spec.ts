import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { until } from '@laurel/testing';
import { LaurelStack } from './stack/laurel-stack.js';
import type { ServiceProcess } from './stack/service-process.js';

const CALLERS = 16;
const REQUESTS_BEFORE_THE_STOP = 500;
const LOAD_TIMEOUT_MS = 60_000;

let stack: LaurelStack;
let secretKey: string;

beforeAll(async () => {
  stack = await LaurelStack.start();
  ({ secretKey } = await stack.createWorkspace('stopping', 'dev'));
}, 120_000);

afterAll(() => stack.stop());

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
}

const READINESS: Call = { method: 'GET', path: '/health/ready' };

/** Callers with keep-alive connections, as a balancer has them: they send until the service says that it is not ready. */
class Callers {
  /** What came back: a status, or the code of a broken connection. */
  readonly outcomes: (number | string)[] = [];
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  private ready = true;

  constructor(
    private readonly service: ServiceProcess,
    private readonly nextCall: (index: number) => Call,
  ) {}

  async run(): Promise<void> {
    await Promise.all([this.watch(), ...Array.from({ length: CALLERS }, () => this.callOn())]);
    this.agent.destroy();
  }

  private async callOn(): Promise<void> {
    while (this.ready) this.outcomes.push(await this.call(this.nextCall(this.outcomes.length)));
  }

  private async watch(): Promise<void> {
    await until('it is unready', async () => (await this.call(READINESS)) !== 200, LOAD_TIMEOUT_MS);
    this.ready = false;
  }

  private async call({ method, path, body }: Call): Promise<number | string> {
    const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' };
    const outgoing = request(`${this.service.url}${path}`, { method, agent: this.agent, headers });
    outgoing.end(body && JSON.stringify(body));
    try {
      const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
      answer.resume();
      await once(answer, 'end');
      return answer.statusCode ?? 0;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code ?? String(error);
    }
  }
}

describe('a service that gets SIGTERM under load', () => {
  const events = (index: number): Call => ({
    method: 'POST',
    path: '/v1/events',
    body: { type: 'scored', playerId: `player-${index % 50}`, eventId: `e${index}` },
  });
  const reads = (): Call => ({ method: 'GET', path: '/v1/players/nobody' });
  const releases = (): Call => ({ method: 'GET', path: '/v1/releases' });

  it.each<[string, () => ServiceProcess, (index: number) => Call, number]>([
    ['ingestion-gateway', () => stack.ingestion, events, 202],
    ['query-gateway', () => stack.query, reads, 404],
    ['admin-gateway', () => stack.admin, releases, 200],
  ])('(%s) answers every request of callers who heed its readiness, and exits 0', async (_, service, call, status) => {
    const callers = new Callers(service(), call);
    const run = callers.run();
    await until('the load runs', () => callers.outcomes.length >= REQUESTS_BEFORE_THE_STOP, LOAD_TIMEOUT_MS);

    expect(await service().stop()).toBe(0);

    await run;
    expect([...new Set(callers.outcomes)]).toEqual([status]);
    expect(callers.outcomes.length).toBeGreaterThan(REQUESTS_BEFORE_THE_STOP);
  });
});
