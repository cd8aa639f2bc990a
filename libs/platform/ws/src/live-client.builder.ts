import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';
import type { ServerFrame } from '@laurel/contracts';

/** A client for tests: keeps every frame in order and lets a test wait for the next one. */
export class LiveClient {
  private readonly frames: ServerFrame[] = [];
  private readonly waiting: ((frame: ServerFrame) => void)[] = [];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;

  private constructor(readonly ws: WebSocket) {
    ws.on('message', (data: Buffer) => this.receive(JSON.parse(data.toString('utf8')) as ServerFrame));
    this.closed = once(ws, 'close').then(([code, reason]: unknown[]) => ({
      code: Number(code),
      reason: String(reason),
    }));
  }

  /** @param url of the application, `http://…` */
  static async open(url: string, options: ClientOptions = {}): Promise<LiveClient> {
    const client = new LiveClient(new WebSocket(addressOf(url), options));
    await once(client.ws, 'open');
    return client;
  }

  /** What the upgrade of a connection is answered with. */
  static async knock(
    url: string,
    options: ClientOptions = {},
    parameters?: string,
  ): Promise<{ readonly status: number; readonly retryAfter: string | undefined }> {
    const ws = new WebSocket(`${addressOf(url)}${parameters === undefined ? '' : `?${parameters}`}`, options);
    return new Promise((resolve, reject) => {
      ws.on('error', reject);
      ws.once('open', () => {
        ws.terminate();
        resolve({ status: 101, retryAfter: undefined });
      });
      ws.once('unexpected-response', (_request, { statusCode = 0, headers }) => {
        resolve({ status: statusCode, retryAfter: headers['retry-after'] });
      });
    });
  }

  send(frame: unknown): void {
    this.ws.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** The next frame that no test has looked at. */
  next(): Promise<ServerFrame> {
    const [frame] = this.frames.splice(0, 1);
    return frame ? Promise.resolve(frame) : new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Sends a frame and gives the next one that comes. */
  ask(frame: unknown): Promise<ServerFrame> {
    this.send(frame);
    return this.next();
  }

  private receive(frame: ServerFrame): void {
    const next = this.waiting.shift();
    if (next) next(frame);
    else this.frames.push(frame);
  }
}

const addressOf = (url: string): string => `${url.replace(/^http/, 'ws')}/v1/live`;
