import type { Log } from '@laurel/kernel';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { CloseWindows } from './close-windows.js';

/** Between two rounds, and where the one before left something under way, ms. */
const PAUSE_MS = 1_000;
const SHORT_PAUSE_MS = 200;

/** Closes windows again and again, from start-up on. */
export class ClosingLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private stopped = false;
  private pause: NodeJS.Timeout | undefined;
  private under: Promise<void> = Promise.resolve();

  constructor(
    private readonly windows: CloseWindows,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.start();
  }

  /** Ends after what is under way, which still has its connections. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.pause);
    await this.under;
    await this.windows.idle();
  }

  private start(): void {
    this.under = this.round().then((pauseMs) => {
      if (!this.stopped) this.pause = setTimeout(() => this.start(), pauseMs);
    });
  }

  private async round(): Promise<number> {
    try {
      return (await this.windows.round()) ? SHORT_PAUSE_MS : PAUSE_MS;
    } catch (error) {
      this.log.warn({ err: error }, 'windows.round_failed');
      return PAUSE_MS;
    }
  }
}
