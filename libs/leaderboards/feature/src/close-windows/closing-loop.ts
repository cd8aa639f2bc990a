import type { Log } from '@laurel/kernel';
import { BackgroundLoop } from '@laurel/platform-observability';
import type { CloseWindows } from './close-windows.js';

/** Between two rounds, and where the one before left something under way, ms. */
const PAUSE_MS = 1_000;
const SHORT_PAUSE_MS = 200;

/** Closes windows, round after round. */
export class ClosingLoop extends BackgroundLoop {
  constructor(
    private readonly windows: CloseWindows,
    log: Log,
  ) {
    super(log, 'windows.round_failed');
  }

  override async onModuleDestroy(): Promise<void> {
    await super.onModuleDestroy();
    await this.windows.idle();
  }

  protected override async pass(): Promise<number> {
    return (await this.windows.round()) ? SHORT_PAUSE_MS : PAUSE_MS;
  }
}
