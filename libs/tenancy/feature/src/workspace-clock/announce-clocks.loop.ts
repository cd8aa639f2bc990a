import type { Log } from '@laurel/kernel';
import { BackgroundLoop, LOG } from '@laurel/platform-observability';
import { Inject, Injectable } from '@nestjs/common';
import { AnnounceClocksHandler } from './announce-clocks.handler.js';

const PAUSE_MS = 1_000;

/** Announces, from start-up on, what a broker that was away or a gateway that died left unannounced. */
@Injectable()
export class AnnounceClocksLoop extends BackgroundLoop {
  constructor(
    private readonly announcer: AnnounceClocksHandler,
    @Inject(LOG) log: Log,
  ) {
    super(log, 'clocks.not_announced');
  }

  protected override async pass(): Promise<number> {
    await this.announcer.handle();
    return PAUSE_MS;
  }
}
