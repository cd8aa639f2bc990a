import { type ArgumentsHost, Catch, Inject } from '@nestjs/common';
import type { WsExceptionFilter } from '@nestjs/common';
import type { Log } from '@laurel/kernel';
import { LOG } from '@laurel/platform-observability';
import type { IncomingFrame } from './frame-reader.js';
import type { LiveSocket } from './live-socket.js';
import { liveErrors } from './live.errors.js';

/** A handler that throws is a bug: it is logged whole, and the client hears only that it happened. */
@Catch()
export class LiveExceptionFilter implements WsExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const ws = host.switchToWs();
    const { type, id } = ws.getData<IncomingFrame>();
    this.log.error({ err: thrown, frame: type }, 'live.frame_failed');
    ws.getClient<LiveSocket>().refuse(
      liveErrors.internal('The frame failed on our side.'),
      id === undefined ? {} : { id },
    );
  }
}
