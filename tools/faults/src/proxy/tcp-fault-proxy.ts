import { type AddressInfo, type Server, createServer } from 'node:net';
import { Chance } from '../chance.ts';
import type { FaultMode } from './fault-mode.ts';
import { type ByteCounts, ProxiedConnection, type Target } from './proxied-connection.ts';

const HOST = '127.0.0.1';
const PASS: FaultMode = { kind: 'pass' };

/**
 * Stands before a server and spoils what goes through, by a mode that can be changed at any time and counts at once, for open
 * connections too. A connection that lost bytes in a black hole is reset when the mode changes: it could not go on.
 */
export class TcpFaultProxy {
  readonly #connections = new Set<ProxiedConnection>();
  readonly #chance: Chance;
  readonly #counts: ByteCounts = { toServer: 0, toClient: 0 };
  #target: Target | undefined;
  #mode: FaultMode = PASS;
  #server: Server | undefined;
  #port = 0;

  /** @param seed decides the jitter of `latency` */
  constructor(seed = 1) {
    this.#chance = new Chance(seed);
  }

  /** Starts listening on a free port. The server behind may be named later: until then, connections are reset. */
  async start(target?: Target): Promise<number> {
    this.#target = target ?? this.#target;
    await this.#listen();
    return this.#port;
  }

  /** Where clients connect to; the same after `down`. */
  get port(): number {
    return this.#port;
  }

  get mode(): FaultMode {
    return this.#mode;
  }

  get connections(): number {
    return this.#connections.size;
  }

  /** Open connections that can't go on after the black hole. */
  get spoiled(): number {
    return [...this.#connections].filter(({ isSpoiled }) => isSpoiled).length;
  }

  /** Bytes that are held back now. */
  get waitingBytes(): number {
    return [...this.#connections].reduce((sum, connection) => sum + connection.waitingBytes, 0);
  }

  /** Bytes handed on since the start. */
  get bytes(): Readonly<ByteCounts> {
    return { ...this.#counts };
  }

  /** For new connections. */
  leadTo(target: Target): void {
    this.#target = target;
  }

  async setMode(mode: FaultMode): Promise<void> {
    const before = this.#mode;
    this.#mode = mode;
    if (mode.kind === 'reset') this.resetConnections();
    if (before.kind === 'blackHole' && mode.kind !== 'blackHole') {
      for (const connection of this.#connections) if (connection.isSpoiled) connection.reset();
    }
    for (const connection of this.#connections) connection.modeChanged();
    if (mode.kind === 'down') await this.#close();
    else await this.#listen();
  }

  /** As before any fault. */
  heal(): Promise<void> {
    return this.setMode(PASS);
  }

  /** Resets what is open now; new connections are served by the mode. */
  resetConnections(): void {
    for (const connection of this.#connections) connection.reset();
  }

  /** Ends everything. */
  stop(): Promise<void> {
    return this.#close();
  }

  async #listen(): Promise<void> {
    if (this.#server) return;
    const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
      const target = this.#target;
      if (this.#mode.kind === 'reset' || target === undefined) {
        client.on('error', () => undefined);
        client.resetAndDestroy();
        return;
      }
      const connection: ProxiedConnection = new ProxiedConnection({
        client,
        target,
        mode: () => this.#mode,
        chance: this.#chance,
        counts: this.#counts,
        ended: () => this.#connections.delete(connection),
      });
      this.#connections.add(connection);
    });
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, HOST, resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
  }

  async #close(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    const closed = new Promise((resolve) => server.close(resolve));
    this.resetConnections();
    await closed;
  }
}
