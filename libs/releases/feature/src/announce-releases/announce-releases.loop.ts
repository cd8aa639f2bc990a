import type { Log } from '@laurel/kernel';
import { LOG } from '@laurel/platform-observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AnnounceReleasesHandler } from './announce-releases.handler.js';

const PAUSE_MS = 1_000;

/** Announces, from start-up on, whatever a broker that was away or a gateway that died left unannounced. */
@Injectable()
export class AnnounceReleasesLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private stopped = false;
  private pause: NodeJS.Timeout | undefined;
  private pass: Promise<void> = Promise.resolve();

  constructor(
    private readonly announcer: AnnounceReleasesHandler,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.start();
  }

  /** Ends after the pass under way, which still has its connections. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.pause);
    await this.pass;
  }

  private start(): void {
    this.pass = this.run().finally(() => {
      if (!this.stopped) this.pause = setTimeout(() => this.start(), PAUSE_MS);
    });
  }

  private async run(): Promise<void> {
    try {
      await this.announcer.handle();
    } catch (error) {
      this.log.warn({ err: error }, 'releases.not_announced');
    }
  }
}
