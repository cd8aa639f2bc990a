import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** The headers that make the offer. */
const OFFER: readonly string[] = ['connection', 'upgrade', 'http2-settings'];

/** Whether a request asks for a WebSocket. Other protocols are offered by clients that do without as well. */
export const isSocketUpgrade = ({ headers }: IncomingMessage): boolean =>
  headers.upgrade?.toLowerCase() === 'websocket';

/**
 * Serves a request that offers an upgrade which nobody here takes up, as some clients do with the first of each connection. Its
 * connection begins anew with the same request, less the offer: body, limits, timeouts and failures are those of any other.
 *
 * @param head what came behind the headers, as the server's `upgrade` event gives it
 */
export function serveWithoutUpgrade(server: Server, incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { method, url, httpVersion, rawHeaders, headers } = incoming;
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    if (!OFFER.includes(name.toLowerCase())) lines.push(`${name}: ${value}`);
  }
  if (/\bclose\b/i.test(headers.connection ?? '')) lines.push('connection: close');
  // As Node reads what is no ASCII.
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}
