import type { ClientFrame, LiveView, ServerFrame, StandingRow } from '@laurel/contracts';
import { type RawData, WebSocket } from 'ws';

export interface LiveWatch {
  readonly port: number;
  readonly token: string;
  readonly topic: string;
  readonly view: LiveView;
}

/** A connection to the live feed that watches one view and tells every row that a frame brings. */
export class LiveWatcher {
  readonly #socket: WebSocket;
  #frames = 0;
  #failure: string | undefined;
  #isClosing = false;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** Frames that brought rows. */
  get frames(): number {
    return this.#frames;
  }

  /** Why the connection ended unasked. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Resolves with the first snapshot. */
  static open(watch: LiveWatch, onRow: (playerId: string, score: number) => void): Promise<LiveWatcher> {
    const socket = new WebSocket(`ws://127.0.0.1:${watch.port}/v1/live`, { handshakeTimeout: 5_000 });
    const watcher = new LiveWatcher(socket);
    const send = (frame: ClientFrame): void => socket.send(JSON.stringify(frame));
    return new Promise((resolve, reject) => {
      socket.on('open', () => send({ type: 'auth', token: watch.token }));
      socket.on('message', (data: RawData) => {
        const frame = JSON.parse((data as Buffer).toString()) as ServerFrame;
        if (frame.type === 'ready') return send({ type: 'subscribe', topic: watch.topic, view: watch.view });
        watcher.#take(frame, onRow);
        if (frame.type === 'snapshot') resolve(watcher);
      });
      socket.on('error', (error) => (watcher.#failure ??= error.message));
      socket.on('close', (code) => {
        if (!watcher.#isClosing) watcher.#failure ??= `closed with ${code}`;
        reject(new Error(`the live feed cannot be watched: ${watcher.#failure}`));
      });
    });
  }

  close(): void {
    this.#isClosing = true;
    this.#socket.terminate();
  }

  #take(frame: ServerFrame, onRow: (playerId: string, score: number) => void): void {
    switch (frame.type) {
      case 'snapshot':
        return this.#tell('entries' in frame ? frame.entries : [], onRow);
      case 'delta':
        return this.#tell('changed' in frame ? frame.changed : [], onRow);
      case 'error':
      case 'bye':
        this.#failure ??= frame.code;
        this.#socket.terminate();
        return;
      case 'ready':
      case 'event':
      case 'resumed':
      case 'unsubscribed':
    }
  }

  #tell(rows: readonly StandingRow[], onRow: (playerId: string, score: number) => void): void {
    this.#frames += 1;
    for (const { playerId, score } of rows) onRow(playerId, score);
  }
}
