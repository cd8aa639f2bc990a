import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  /** With the query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

export interface ScriptedReply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A real HTTP server that answers what a test wants it to, and keeps what it was asked. */
export class ScriptedGateway {
  readonly arrived: Arrived[] = [];

  private constructor(private readonly server: Server) {}

  /** @param reply what a request is answered with; undefined cuts its connection */
  static start(reply: (request: Arrived, nth: number) => ScriptedReply | undefined): Promise<ScriptedGateway> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const text = Buffer.concat(parts).toString();
        const { method = '', url = '', headers } = request;
        const arrived = { method, url, headers, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
        const answer = reply(arrived, gateway.arrived.push(arrived));
        if (!answer) return void request.socket.destroy();
        response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
        response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
      });
    });
    const gateway = new ScriptedGateway(server);
    return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(gateway)));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** A refusal as gateways answer it. */
export const problem = (
  status: number,
  code: string,
  more: object = {},
  headers: ScriptedReply['headers'] = {},
): ScriptedReply => ({
  status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: { type: `/errors/${code}`, title: code, status, code, detail: 'It is so.', requestId: 'req_1', ...more },
});
