import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';

/** A server's front that tests can take away and bring back. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private ownPort = 0;

  constructor(
    private readonly targetHost: string,
    private readonly targetPort: number,
  ) {}

  /** Where to connect to; known once it was up. */
  get port(): number {
    return this.ownPort;
  }

  /** Takes connections, on the port it had before. */
  async up(): Promise<void> {
    if (this.server) return;
    const server = createServer((client) => {
      const target = connect(this.targetPort, this.targetHost);
      for (const socket of [client, target]) {
        this.sockets.add(socket);
        socket.on('close', () => this.sockets.delete(socket));
        socket.on('error', () => undefined);
      }
      client.pipe(target).pipe(client);
      client.on('close', () => target.destroy());
      target.on('close', () => client.destroy());
    });
    await new Promise<void>((resolve, reject) => {
      server.on('error', reject);
      server.listen(this.ownPort, '127.0.0.1', resolve);
    });
    this.ownPort = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Breaks every connection and takes no more. */
  async down(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve) ?? resolve(undefined));
    for (const socket of this.sockets) socket.destroy();
    await closed;
    this.server = undefined;
  }
}
