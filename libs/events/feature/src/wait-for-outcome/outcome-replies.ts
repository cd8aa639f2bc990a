import { setTimeout as pause } from 'node:timers/promises';
import { RequestReply } from '@laurel/platform-kafka';
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';

/** How long stopping waits for the group to be left, ms. Nobody else is in it, so nobody minds one who just goes. */
const LEAVING_MS = 1_000;

/** Reads replies while the process runs. In the background: without them, who would have waited gets a 202. */
@Injectable()
export class OutcomeReplies implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  constructor(private readonly requests: RequestReply) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.requests.start();
  }

  /** Before the server closes, which waits for the requests under way. */
  onModuleDestroy(): void {
    this.requests.releaseAll();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.race([this.requests.stop(), pause(LEAVING_MS, undefined, { ref: false })]);
  }
}
