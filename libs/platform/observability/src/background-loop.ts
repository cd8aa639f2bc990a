import type { Log } from '@laurel/kernel';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';

/** Does something again and again, from start-up on, with a pause between two passes. */
export abstract class BackgroundLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private stopped = false;
  private pause: NodeJS.Timeout | undefined;
  private under: Promise<void> = Promise.resolve();

  /** @param failure what the log calls a pass that failed; the next one tries again */
  protected constructor(
    private readonly log: Log,
    private readonly failure: string,
  ) {}

  /** @returns milliseconds until the next pass */
  protected abstract pass(): Promise<number>;

  onApplicationBootstrap(): void {
    this.start();
  }

  /** Ends after the pass under way, which still has its connections. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.pause);
    await this.under;
  }

  private start(): void {
    this.under = this.run().then((pauseMs) => {
      if (!this.stopped) this.pause = setTimeout(() => this.start(), pauseMs);
    });
  }

  private async run(): Promise<number> {
    try {
      return await this.pass();
    } catch (error) {
      this.log.warn({ err: error }, this.failure);
      return PAUSE_AFTER_FAILURE_MS;
    }
  }
}

const PAUSE_AFTER_FAILURE_MS = 1_000;
