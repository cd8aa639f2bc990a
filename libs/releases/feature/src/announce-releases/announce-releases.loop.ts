import type { Log } from '@laurel/kernel';
import { BackgroundLoop, LOG } from '@laurel/platform-observability';
import { Inject, Injectable } from '@nestjs/common';

import { AnnounceReleasesHandler } from './announce-releases.handler.js';

const PAUSE_MS = 1_000;

/** Announces, from start-up on, whatever a broker that was away or a gateway that died left unannounced. */
@Injectable()
export class AnnounceReleasesLoop extends BackgroundLoop {
  constructor(
    private readonly announcer: AnnounceReleasesHandler,
    @Inject(LOG) log: Log,
  ) {
    super(log, 'releases.not_announced');
  }

  protected override async pass(): Promise<number> {
    await this.announcer.handle();
    return PAUSE_MS;
  }
}
