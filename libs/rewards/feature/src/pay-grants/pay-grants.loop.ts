import type { Log } from '@laurel/kernel';
import { BackgroundLoop, LOG } from '@laurel/platform-observability';
import { Inject, Injectable } from '@nestjs/common';
import { PayGrantsHandler } from './pay-grants.handler.js';

const PAUSE_MS = 1_000;
/** While there is more: about what it takes to carry out a page. */
const SHORT_PAUSE_MS = 100;

/** Orders payments, from start-up on, also those that a gateway meant to order that died. */
@Injectable()
export class PayGrantsLoop extends BackgroundLoop {
  constructor(
    private readonly payments: PayGrantsHandler,
    @Inject(LOG) log: Log,
  ) {
    super(log, 'rewards.not_ordered');
  }

  protected override async pass(): Promise<number> {
    return (await this.payments.handle()) ? SHORT_PAUSE_MS : PAUSE_MS;
  }
}
