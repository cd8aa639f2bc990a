import type { Log } from '@laurel/kernel';
import type { Consumer } from 'kafkajs';

export interface SteadySettings {
  /** A consumer that exchanges no heartbeat with the broker for so long is given up, in ms. */
  readonly silenceMs: number;
  /** Wait before a new consumer is tried, in ms; doubles up to `maxRetryMs`. */
  readonly retryMs: number;
  readonly maxRetryMs: number;
}

/** What is done with each consumer of a `SteadyConsumer`. */
export interface ConsumerUse {
  /** Makes a consumer; its own restarting must be off (`restartOnFailure` → false). */
  create(): Consumer;
  /** Attaches listeners, subscribes and runs. A consumer that failed here is thrown away like one that crashed. */
  begin(consumer: Consumer): Promise<void>;
  /** The consumer is of no use any more; nothing that it still says counts. */
  lost(reason: string): void;
}

/** How long a consumer that has ended may take to leave, in ms; what takes longer goes on in the background. */
const SETTLE_MS = 3_000;
const WATCHES_PER_SILENCE = 10;

/**
 * Keeps a consumer running, whatever happens to it: kafkajs ends for good after an error that it believes to be final, and
 * may also fall silent without any. Both times a new consumer takes over after a back-off.
 */
export class SteadyConsumer {
  private current: Consumer;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;
  private end: (reason: string) => void = () => undefined;

  constructor(
    private readonly use: ConsumerUse,
    private readonly settings: SteadySettings,
    private readonly log: Log,
  ) {
    this.current = use.create();
  }

  /** The consumer in use. */
  get consumer(): Consumer {
    return this.current;
  }

  /** Begins in the background; a broker that is not there yet is waited for. */
  start(): void {
    this.running = this.run();
  }

  /** Leaves the group. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.end('stopped');
    await this.running;
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.stopping) {
      const begun = performance.now();
      const reason = await this.runOnce(this.current);
      if (this.stopping) return;
      failures = performance.now() - begun > this.settings.silenceMs ? 1 : failures + 1;
      const waitMs = Math.min(this.settings.retryMs * 2 ** (failures - 1), this.settings.maxRetryMs);
      this.log.warn({ reason, failures, waitMs }, 'kafka.consumer_restarting');
      await this.ended(waitMs);
      if (!this.stopping) this.current = this.use.create();
    }
  }

  /** @returns why it came to its end */
  private async runOnce(consumer: Consumer): Promise<string> {
    const ended = this.ended();
    const unwatch = this.watch(consumer);
    const begun = this.begin(consumer);
    const reason = await Promise.race([ended, begun.then((failure) => failure ?? ended)]);
    unwatch();
    if (!this.stopping) this.use.lost(reason);
    // Not before it has begun: disconnected during a join, kafkajs joins after all, and holds partitions that nobody processes.
    const left = begun.then(() => consumer.disconnect());
    await withinMs(SETTLE_MS, left);
    return reason;
  }

  /** @returns why it could not begin; undefined when it did */
  private async begin(consumer: Consumer): Promise<string | undefined> {
    try {
      await consumer.connect();
      if (!this.stopping) await this.use.begin(consumer);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Resolves with the reason when the consumer has come to its end, or after so many ms. */
  private ended(afterMs?: number): Promise<string> {
    return new Promise((resolve) => {
      const timer = afterMs === undefined ? undefined : setTimeout(() => resolve('time is over'), afterMs);
      this.end = (reason) => {
        clearTimeout(timer);
        resolve(reason);
      };
      if (this.stopping) this.end('stopped');
    });
  }

  /** @returns ends watching */
  private watch(consumer: Consumer): () => void {
    const { silenceMs } = this.settings;
    const { CONNECT, GROUP_JOIN, HEARTBEAT, CRASH } = consumer.events;
    let heard = performance.now();
    const listening = [CONNECT, GROUP_JOIN, HEARTBEAT].map((event) =>
      consumer.on(event, () => void (heard = performance.now())),
    );
    listening.push(consumer.on(CRASH, ({ payload }) => this.end(payload.error.message)));
    const timer = setInterval(() => {
      if (performance.now() - heard > silenceMs) this.end(`nothing was heard of the group for ${silenceMs} ms`);
    }, silenceMs / WATCHES_PER_SILENCE);
    return () => {
      clearInterval(timer);
      for (const stopListening of listening) stopListening();
    };
  }
}

/** Waits until something has settled, but no longer than this; how it settled does not matter any more. */
async function withinMs(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work.catch(() => undefined), timeout]);
  clearTimeout(timer);
}
