import { type AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ServerFrame } from '../generated/live-frames.js';

/** Things that come one by one, each to whoever waits for it. */
class Arrivals<Thing> {
  private readonly come: Thing[] = [];
  private readonly waiting: ((thing: Thing) => void)[] = [];

  add(thing: Thing): void {
    const next = this.waiting.shift();
    if (next) next(thing);
    else this.come.push(thing);
  }

  next(): Promise<Thing> {
    const [thing] = this.come.splice(0, 1);
    return thing === undefined ? new Promise((resolve) => this.waiting.push(resolve)) : Promise.resolve(thing);
  }
}

/** One connection, as the server sees it. */
export class Peer {
  private readonly frames = new Arrivals<Record<string, unknown>>();
  readonly closed: Promise<void>;

  constructor(private readonly ws: WebSocket) {
    ws.on('message', (data: Buffer) => this.frames.add(JSON.parse(data.toString()) as Record<string, unknown>));
    this.closed = new Promise((resolve) => ws.on('close', () => resolve()));
  }

  /** The next frame of the client. */
  next(): Promise<Record<string, unknown>> {
    return this.frames.next();
  }

  send(...frames: readonly ServerFrame[]): void {
    for (const frame of frames) this.ws.send(JSON.stringify(frame));
  }

  close(code = 1012): void {
    this.ws.close(code);
  }

  /** Takes the client in, whoever it is. */
  async welcome(): Promise<this> {
    await this.next();
    this.send({ type: 'ready' });
    return this;
  }
}

/** A real WebSocket server that says what a test wants it to. */
export class FeedServer {
  private readonly peers = new Arrivals<Peer>();

  private constructor(private readonly server: WebSocketServer) {
    server.on('connection', (ws) => this.peers.add(new Peer(ws)));
  }

  static start(port = 0): Promise<FeedServer> {
    return new Promise((resolve) => {
      const server: WebSocketServer = new WebSocketServer({ port, host: '127.0.0.1' }, () =>
        resolve(new FeedServer(server)),
      );
    });
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The next connection. */
  accept(): Promise<Peer> {
    return this.peers.next();
  }

  /** Ends all connections, and takes none any more. */
  stop(): Promise<void> {
    for (const client of this.server.clients) client.terminate();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
