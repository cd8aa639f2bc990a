import { RequestReply } from '@laurel/platform-kafka';
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';

/** Reads replies while the process runs. In the background: without them, who would have waited gets a 202. */
@Injectable()
export class OutcomeReplies implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  constructor(private readonly requests: RequestReply) {}

  onApplicationBootstrap(): void {
    this.requests.start();
  }

  /** Before the server closes, which waits for the requests under way. */
  onModuleDestroy(): void {
    this.requests.releaseAll();
  }

  onApplicationShutdown(): Promise<void> {
    return this.requests.stop();
  }
}
