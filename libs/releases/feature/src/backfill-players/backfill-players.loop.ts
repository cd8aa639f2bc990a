import type { Log } from '@laurel/kernel';
import { BackgroundLoop, LOG } from '@laurel/platform-observability';
import { Inject, Injectable } from '@nestjs/common';

import { BackfillPlayersHandler } from './backfill-players.handler.js';

const PAUSE_MS = 1_000;
/** While one is under way: about what it takes to carry out a page. */
const SHORT_PAUSE_MS = 100;

/** Goes on with backfills, from start-up on, also with those that a gateway began that died. */
@Injectable()
export class BackfillPlayersLoop extends BackgroundLoop {
  constructor(
    private readonly backfills: BackfillPlayersHandler,
    @Inject(LOG) log: Log,
  ) {
    super(log, 'releases.not_backfilled');
  }

  protected override async pass(): Promise<number> {
    return (await this.backfills.handle()) ? SHORT_PAUSE_MS : PAUSE_MS;
  }
}
