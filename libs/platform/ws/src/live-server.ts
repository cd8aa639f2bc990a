import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { DomainError } from '@laurel/kernel';
import { httpErrors, transportOf } from '@laurel/platform-http';
import type { LiveDoor } from './live-door.js';
import { LiveSocket } from './live-socket.js';
import type { LiveSettings } from './live.settings.js';

type Connected = (socket: LiveSocket, ws: WebSocket) => void;

/** The sockets of one path. */
export class LiveServer {
  private readonly server: WebSocketServer;
  private readonly listeners: Connected[] = [];

  constructor(
    readonly path: string,
    private readonly settings: LiveSettings,
    private readonly door: LiveDoor,
  ) {
    this.server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: settings.limits.frameBytes,
    });
  }

  onConnection(listener: Connected): void {
    this.listeners.push(listener);
  }

  /** Turns an HTTP request into a connection. */
  accept(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    // Keys and tokens are put there, and written down by all that the address passes: better it never works.
    if (request.url?.includes('?')) return refuseUpgrade(stream, PARAMETERS);
    const admitted = this.door.admit(request.headers.origin);
    if (!admitted.ok) return refuseUpgrade(stream, admitted.error);
    this.server.handleUpgrade(request, stream, head, (ws) => {
      const socket = new LiveSocket(ws, this.settings.limits, this.settings.clock);
      this.door.add(socket);
      for (const listener of this.listeners) listener(socket, ws);
    });
  }

  /** Resolves when all have gone. */
  async close(): Promise<void> {
    await this.door.close();
    this.server.close();
  }
}

const PARAMETERS = httpErrors.malformedRequest('The address has no parameters: authenticate by the first frame.');

/** Answers an upgrade that leads nowhere, as HTTP. */
export function refuseUpgrade(
  stream: Duplex,
  { kind, retryAfterSeconds }: DomainError = httpErrors.notFound('Nothing is served here.'),
): void {
  const { status } = transportOf(kind);
  const retry = retryAfterSeconds === undefined ? '' : `retry-after: ${retryAfterSeconds}\r\n`;
  stream.on('error', () => undefined);
  // Who never hangs up would keep the connection for good, outside of every limit, and the instance from stopping.
  stream.once('finish', () => stream.destroy());
  stream.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${retry}connection: close\r\ncontent-length: 0\r\n\r\n`);
}
