import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { type Socket, connect } from 'node:net';
import { text } from 'node:stream/consumers';

export interface RawRequest {
  readonly method?: string;
  /** Goes out as it stands: dots and escapes are not resolved. */
  readonly path: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a request as no well-behaved client would. */
export async function sendRaw(base: string, { method = 'GET', path, body, headers }: RawRequest): Promise<RawAnswer> {
  const outgoing = request(base, { method, path, headers, agent: false });
  outgoing.end(body);
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
}

export async function openConnection(base: string): Promise<Socket> {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  return socket;
}

/** Everything that comes back until the connection is closed, by whatever end and in whatever manner. */
export function everythingFrom(socket: Socket): Promise<string> {
  let received = '';
  socket.on('data', (chunk: Buffer) => (received += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  return new Promise((resolve) => socket.once('close', () => resolve(received)));
}

/** Everything that comes back for these bytes until the connection is closed. */
export async function exchange(base: string, sent: string): Promise<string> {
  const socket = await openConnection(base);
  const answer = everythingFrom(socket);
  socket.write(sent);
  return answer;
}

/** The head of a request with these lines. */
export const head = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`;
