import { MemoryWatch } from '../faults/harness/memory-watch.js';
import { Api } from '../stack/api.js';
import { LaurelStack } from '../stack/laurel-stack.js';
import type { ServiceProcess } from '../stack/service-process.js';

/** A text that attacks carry, and that no log may hold. */
export const MARK = 'mark-of-an-attacker';

/** How long a request may take to arrive: short, so that what trickles is given up within a test. */
const REQUEST_TIMEOUT_MS = 1_500;

const PROGRAM = {
  stats: [
    { key: 'points', aggregation: 'sum' },
    { key: 'constructor', aggregation: 'sum' },
  ],
  rules: [
    {
      key: 'scored',
      on: ['scored'],
      then: [
        { effect: 'record', stat: 'points', amount: 1 },
        { effect: 'record', stat: 'constructor', amount: 2 },
        { effect: 'award', currency: 'prototype', amount: 3 },
      ],
    },
  ],
  leaderboards: [
    { key: 'constructor', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

/** Laurel with one board and a key, of which everything is watched that an attack may spoil. */
export class AttackedStack {
  private readonly lines: string[] = [];
  private readonly pids: readonly (number | undefined)[];
  private readonly memory: MemoryWatch;
  readonly api: Api;

  private constructor(
    readonly stack: LaurelStack,
    readonly key: string,
    readonly workspace: string,
  ) {
    this.api = new Api(stack, key);
    this.pids = stack.services.map(({ pid }) => pid);
    this.memory = new MemoryWatch(() => stack.services);
    for (const service of stack.services) service.onLine((line) => this.lines.push(line));
  }

  static async start(): Promise<AttackedStack> {
    const stack = await LaurelStack.start({ LAUREL_HTTP_REQUEST_TIMEOUT_MS: String(REQUEST_TIMEOUT_MS) });
    const { secretKey, workspace } = await stack.createWorkspace('attacked', 'dev');
    const attacked = new AttackedStack(stack, secretKey, workspace);
    await attacked.api.publish(PROGRAM);
    return attacked;
  }

  get gateways(): readonly ServiceProcess[] {
    const { ingestion, admin, query } = this.stack;
    return [ingestion, admin, query];
  }

  /** What is wrong with the services: ended, started anew, or not ready. */
  async ailments(): Promise<string[]> {
    const found = await Promise.all(
      this.stack.services.map(async ({ app, pid, url }, index) => {
        if (pid === undefined || pid !== this.pids[index]) return [`${app} ended`];
        const { status } = await fetch(`${url}/health/ready`);
        return status === 200 ? [] : [`${app} is not ready: ${status}`];
      }),
    );
    return found.flat();
  }

  /** Lines of all logs that hold a text. */
  linesWith(text: string): string[] {
    return this.lines.filter((line) => line.includes(text));
  }

  /** Services that held more memory than so much, as sentences. */
  memoryBeyond(mostMib: number): string[] {
    return this.memory.beyond(mostMib);
  }

  async stop(): Promise<void> {
    this.memory.stop();
    await this.stack.stop();
  }
}
