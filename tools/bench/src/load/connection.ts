import { type Socket, connect } from 'node:net';
import { type Answer, AnswerReader } from './answer-reader.ts';

/** What became of a request: its answer, or in one word why there is none. */
export type Outcome = Answer | { readonly failure: string };

const ANSWER_TIMEOUT_MS = 10_000;

/**
 * One keep-alive connection that carries one request at a time, reopened when it breaks. Written on bare sockets because the
 * generator shares the processor with what it measures: Node's own client costs several times as much per request.
 */
export class Connection {
  readonly #port: number;
  readonly #reader = new AnswerReader();
  #socket: Socket | undefined;
  #settle: ((outcome: Outcome) => void) | undefined;

  /** To a service on this machine. */
  constructor(port: number) {
    this.#port = port;
  }

  /** @param request head and body, ASCII */
  send(request: string, settle: (outcome: Outcome) => void): void {
    this.#settle = settle;
    this.#socket ??= this.#open();
    this.#socket.write(request, 'latin1');
  }

  close(): void {
    this.#socket?.destroy();
  }

  #open(): Socket {
    const socket = connect({ host: '127.0.0.1', port: this.#port, noDelay: true });
    let failure = 'closed';
    const fail = (reason: string): void => {
      failure = reason;
      socket.destroy();
    };
    socket.setTimeout(ANSWER_TIMEOUT_MS, () => fail('timeout'));
    socket.on('error', (error: NodeJS.ErrnoException) => (failure = error.code ?? error.message));
    socket.on('close', () => {
      this.#socket = undefined;
      this.#reader.reset();
      this.#finish({ failure });
    });
    socket.on('data', (chunk: Buffer) => {
      try {
        const answer = this.#reader.push(chunk);
        if (answer) this.#finish(answer);
      } catch (error) {
        fail(error instanceof Error ? error.message : String(error));
      }
    });
    return socket;
  }

  #finish(outcome: Outcome): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(outcome);
  }
}
