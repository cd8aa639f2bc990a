import type { ClientFrame, LiveView, ServerFrame } from '@laurel/contracts';
import { WebSocket } from 'ws';
import type { CrowdCount, Position } from './crowd-count.ts';

/** One connection of many: it does little with what it gets, so that one process can have ten thousand. */
export class CrowdSocket {
  readonly #socket: WebSocket;
  readonly #count: CrowdCount;
  readonly #opened: Promise<void>;
  #position: Position | undefined;
  #isClosing = false;
  #failure: string | undefined;
  /** Hears of the next answer. */
  #answered: (() => void) | undefined;
  #failed: ((reason: Error) => void) | undefined;

  constructor(port: number, count: CrowdCount) {
    this.#count = count;
    const options = { perMessageDeflate: false, skipUTF8Validation: true, handshakeTimeout: 10_000 };
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}/v1/live`, options);
    this.#opened = new Promise((resolve, reject) => {
      this.#socket.once('open', resolve);
      this.#socket.once('close', () => reject(this.#reason()));
    });
    this.#opened.catch(() => undefined);
    this.#socket.on('message', (data: Buffer) => this.#take(data));
    this.#socket.on('error', (error) => (this.#failure ??= error.message));
    this.#socket.on('close', (code) => this.#end(code));
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** Resolves when the gateway has said that it is `ready`. */
  async authenticate(token: string): Promise<void> {
    await this.#opened;
    await this.#ask({ type: 'auth', token });
  }

  /** Resolves with the snapshot. */
  watch(topic: string, view: LiveView): Promise<void> {
    return this.#ask({ type: 'subscribe', topic, view });
  }

  close(): void {
    this.#isClosing = true;
    this.#socket.terminate();
  }

  #ask(frame: ClientFrame): Promise<void> {
    if (!this.isOpen) return Promise.reject(this.#reason());
    this.#socket.send(JSON.stringify(frame));
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
    });
  }

  #take(data: Buffer): void {
    const frame: ServerFrame = this.#count.read(data);
    if (frame.type === 'error' || frame.type === 'bye') this.#failure ??= frame.code;
    if (frame.type === 'error') return this.#failed?.(this.#reason());
    this.#position = this.#count.take(frame, this.#position);
    if (frame.type !== 'ready' && frame.type !== 'snapshot') return;
    this.#answered?.();
    this.#answered = undefined;
  }

  #end(code: number): void {
    if (!this.#isClosing) this.#count.lose();
    this.#failure ??= `closed with ${code}`;
    this.#failed?.(this.#reason());
  }

  #reason(): Error {
    return new Error(`a connection of the live feed failed: ${this.#failure}`);
  }
}
