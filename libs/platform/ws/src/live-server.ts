import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { transportOf } from '@laurel/platform-http';
import { LiveSocket } from './live-socket.js';
import type { LiveSettings } from './live.settings.js';
import { liveErrors } from './live.errors.js';

/** RFC 6455, 7.4.1 (registered since): the server restarts; come again, here or elsewhere. */
const SERVICE_RESTART = 1012;

type Connected = (socket: LiveSocket, ws: WebSocket) => void;

/** The connections of one path. */
export class LiveServer {
  private readonly server: WebSocketServer;
  private readonly sockets = new Set<LiveSocket>();
  private readonly listeners: Connected[] = [];
  private readonly checks: NodeJS.Timeout;
  private isStopping = false;

  constructor(
    readonly path: string,
    private readonly settings: LiveSettings,
    private readonly onCount: (open: number) => void,
  ) {
    this.server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: settings.limits.frameBytes,
    });
    this.checks = setInterval(() => this.sockets.forEach((socket) => socket.check()), settings.limits.checkMs);
  }

  onConnection(listener: Connected): void {
    this.listeners.push(listener);
  }

  /** Turns an HTTP request into a connection. */
  accept(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    if (this.isStopping) return refuseUpgrade(stream, transportOf(liveErrors.stopping.kind).status);
    this.server.handleUpgrade(request, stream, head, (ws) => {
      const socket = new LiveSocket(ws, this.settings.limits, this.settings.clock);
      this.sockets.add(socket);
      this.onCount(this.sockets.size);
      socket.onClose(() => {
        this.sockets.delete(socket);
        this.onCount(this.sockets.size);
      });
      for (const listener of this.listeners) listener(socket, ws);
    });
  }

  /** Says goodbye to everyone and resolves when all have gone: those who don't answer are cut off after `closeMs`. */
  async close(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.checks);
    const gone = [...this.sockets].map((socket) => new Promise<void>((resolve) => socket.onClose(resolve)));
    for (const socket of this.sockets) socket.close(SERVICE_RESTART, liveErrors.stopping.code);
    await Promise.all(gone);
    this.server.close();
  }
}

/** Answers an upgrade that leads nowhere, as HTTP. */
export function refuseUpgrade(stream: Duplex, status: number): void {
  stream.on('error', () => undefined);
  stream.end(
    `HTTP/1.1 ${status} ${status === 404 ? 'Not Found' : 'Service Unavailable'}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
  );
}
