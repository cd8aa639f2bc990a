import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import { isSocketUpgrade, serveWithoutUpgrade } from '@laurel/platform-http';
import type { FastifyInstance } from 'fastify';

const CONNECT_TIMEOUT_MS = 10_000;

const REFUSAL = 'HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';

/**
 * Joins WebSockets under `<prefix>/…` with the gateway that serves them, byte by byte. Nothing is buffered but what the sockets hold:
 * that gateway notices a browser that doesn't read, and skips and closes as it does for its own. All else stays with the server.
 */
export function tunnelUpgrades(fastify: FastifyInstance, prefix: string, upstream: string): void {
  const open = new Set<Duplex>();
  fastify.server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = isSocketUpgrade(incoming) ? urlBehind(incoming.url ?? '', prefix, upstream) : undefined;
    if (!url) return serveWithoutUpgrade(fastify.server, incoming, socket, head);
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    join(incoming, socket, head, url);
  });
  // Before the server waits for its connections to end.
  fastify.addHook('preClose', async () => open.forEach((socket) => socket.destroy()));
}

/** Undefined for what is not under the prefix, however it is written. */
function urlBehind(address: string, prefix: string, upstream: string): URL | undefined {
  if (!address.startsWith(`${prefix}/`)) return undefined;
  const path = `/v1${address.slice(prefix.length)}`;
  if (!URL.canParse(path, upstream)) return undefined;
  const url = new URL(path, upstream);
  return url.pathname.startsWith('/v1/') ? url : undefined;
}

function join(incoming: IncomingMessage, socket: Duplex, head: Buffer, url: URL): void {
  const isSecure = url.protocol === 'https:';
  const headers = { ...incoming.headers, host: url.host };
  const outgoing = (isSecure ? secureRequest : request)(url, { headers, timeout: CONNECT_TIMEOUT_MS, agent: false });
  socket.on('error', () => outgoing.destroy());
  socket.once('close', () => outgoing.destroy());
  outgoing.on('timeout', () => outgoing.destroy(new Error('the gateway did not answer')));
  outgoing.on('error', () => socket.end(REFUSAL));
  // A browser that never hangs up holds no connection once it has been refused.
  socket.once('finish', () => socket.destroy());
  outgoing.on('upgrade', (answer, far, farHead) => {
    far.setTimeout(0);
    far.on('error', () => socket.destroy());
    far.once('close', () => socket.destroy());
    socket.once('close', () => far.destroy());
    socket.write(headOf(answer, 'Switching Protocols'));
    if (farHead.length > 0) socket.write(farHead);
    if (head.length > 0) far.write(head);
    far.pipe(socket).pipe(far);
  });
  // Refused: its answer, then the end.
  outgoing.on('response', (answer) => {
    socket.write(headOf(answer, answer.statusMessage ?? '', { connection: 'close', 'transfer-encoding': undefined }));
    answer.pipe(socket);
  });
  outgoing.end();
}

function headOf({ statusCode, headers }: IncomingMessage, text: string, changed: OutgoingHttpHeaders = {}): string {
  const lines = Object.entries({ ...headers, ...changed }).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((each) => `${name}: ${each}`),
  );
  return `HTTP/1.1 ${statusCode} ${text}\r\n${lines.join('\r\n')}\r\n\r\n`;
}
