import { type Socket, connect } from 'node:net';
import type { Chance } from '../chance.ts';
import type { FaultMode } from './fault-mode.ts';
import { Pump } from './pump.ts';

export interface Target {
  readonly host: string;
  readonly port: number;
}

/** What has gone through a proxy so far. */
export interface ByteCounts {
  toServer: number;
  toClient: number;
}

export interface ConnectionOptions {
  readonly client: Socket;
  readonly target: Target;
  readonly mode: () => FaultMode;
  readonly chance: Chance;
  readonly counts: ByteCounts;
  readonly ended: () => void;
}

/** One connection of a client and, unless it fell into a black hole, the one to the server that belongs to it. */
export class ProxiedConnection {
  readonly #client: Socket;
  readonly #server: Socket | undefined;
  readonly #pumps: readonly Pump[];

  constructor({ client, target, mode, chance, counts, ended }: ConnectionOptions) {
    this.#client = client;
    client.setNoDelay(true);
    client.on('error', () => this.reset());
    client.on('close', () => {
      this.#close();
      ended();
    });
    if (mode().kind === 'blackHole') {
      client.resume();
      this.#pumps = [];
      return;
    }
    const server = connect({ ...target, noDelay: true, allowHalfOpen: true });
    this.#server = server;
    server.on('error', () => this.reset());
    server.on('close', () => this.#closeClient());
    const common = { mode, chance };
    this.#pumps = [
      new Pump({ ...common, from: client, to: server, passed: (bytes) => (counts.toServer += bytes) }),
      new Pump({ ...common, from: server, to: client, passed: (bytes) => (counts.toClient += bytes) }),
    ];
  }

  /** Bytes were lost: when the fault is over, this connection can't go on. */
  get isSpoiled(): boolean {
    return this.#server === undefined || this.#pumps.some(({ swallowed }) => swallowed);
  }

  get waitingBytes(): number {
    return this.#pumps.reduce((sum, pump) => sum + pump.waitingBytes, 0);
  }

  modeChanged(): void {
    for (const pump of this.#pumps) pump.wake();
  }

  /** Ends both sides by RST. */
  reset(): void {
    this.#client.resetAndDestroy();
    this.#server?.resetAndDestroy();
  }

  #close(): void {
    for (const pump of this.#pumps) pump.close();
    this.#server?.destroy();
  }

  /** The server has gone: what it sent before is still on its way to the client, unless it ended without a word. */
  #closeClient(): void {
    if (!this.#server?.readableEnded) this.#client.destroy();
  }
}
