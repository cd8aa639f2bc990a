import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocketAdapter, WsMessageHandler } from '@nestjs/common';
import { isSocketUpgrade, serveWithoutUpgrade } from '@laurel/platform-http';
import { type Observable, lastValueFrom } from 'rxjs';
import type { WebSocket } from 'ws';
import { FrameQueue } from './frame-queue.js';
import type { IncomingFrame } from './frame-reader.js';
import type { LiveDoor } from './live-door.js';
import { LiveServer, refuseUpgrade } from './live-server.js';
import type { LiveSocket } from './live-socket.js';
import type { LiveSettings } from './live.settings.js';
import { liveErrors } from './live.errors.js';
import type { Answer } from './live.gateway.js';

/**
 * Lets Nest's gateways speak over `ws` on the port that Fastify listens on: `@WebSocketGateway({ path })` picks the path,
 * `@SubscribeMessage(type)` the frames. Nest's own adapter binds a server of its own, and two on one port break each other.
 */
export class LiveAdapter implements WebSocketAdapter<LiveServer, LiveSocket, { readonly path?: string }> {
  private readonly servers = new Map<string, LiveServer>();
  private readonly connections = new WeakMap<LiveSocket, WebSocket>();

  constructor(
    private readonly httpServer: () => Server,
    private readonly settings: LiveSettings,
    private readonly door: LiveDoor,
  ) {}

  create(_port: number, { path = '/' }: { readonly path?: string } = {}): LiveServer {
    if (this.servers.size === 0) {
      const http = this.httpServer();
      http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
        if (!isSocketUpgrade(request)) return serveWithoutUpgrade(http, request, stream, head);
        const server = this.servers.get(pathOf(request));
        if (server) server.accept(request, stream, head);
        else refuseUpgrade(stream);
      });
    }
    const server = new LiveServer(path, this.settings, this.door);
    this.servers.set(path, server);
    return server;
  }

  bindClientConnect(server: LiveServer, connected: (socket: LiveSocket) => void): void {
    server.onConnection((socket, ws) => {
      this.connections.set(socket, ws);
      connected(socket);
    });
  }

  bindClientDisconnect(socket: LiveSocket, disconnected: () => void): void {
    socket.onClose(disconnected);
  }

  bindMessageHandlers(
    socket: LiveSocket,
    handlers: WsMessageHandler[],
    transform: (result: unknown) => Observable<unknown>,
  ): void {
    const handlersByType = new Map(handlers.map(({ message, callback }) => [message, callback]));
    const handle = async (frame: IncomingFrame): Promise<void> => {
      const about = frame.id === undefined ? {} : { id: frame.id };
      const handler = handlersByType.get(frame.type);
      if (!handler) {
        const types = [...handlersByType.keys()].join(', ');
        return socket.refuse(liveErrors.badFrame(`The types of frames are: ${types}.`), about);
      }
      // Undefined after an exception: the filter has answered.
      const answer = (await lastValueFrom(transform(handler(frame)), { defaultValue: undefined })) as
        Answer | undefined;
      if (answer?.ok === false) socket.refuse(answer.error, about);
      if (answer?.ok && answer.value) socket.send(answer.value);
    };
    const queue = new FrameQueue(socket, handle, this.settings.limits.pendingFrames);
    this.connections.get(socket)?.on('message', (data, isBinary) => queue.push(data, isBinary));
  }

  /** Nest calls it before it closes the HTTP server. */
  close(server: LiveServer): Promise<void> {
    return server.close();
  }

  /** Nest calls it last; nothing is left to do. */
  dispose(): Promise<void> {
    return Promise.resolve();
  }
}

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?')[0] ?? '';
