import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An identity provider's key set over real HTTP on this machine, which counts how often it is asked. */
export class JwksServer {
  keys: readonly object[] = [];
  status = 200;
  hits = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {
    server.on('request', (_request, response) => {
      this.hits += 1;
      response.writeHead(this.status).end(JSON.stringify({ keys: this.keys }));
    });
  }

  static async start(): Promise<JwksServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new JwksServer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`);
  }

  async stop(): Promise<void> {
    this.server.close().closeAllConnections();
    await once(this.server, 'close');
  }
}
