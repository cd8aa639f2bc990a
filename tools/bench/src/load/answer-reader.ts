export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

const END_OF_HEAD = '\r\n\r\n';

/** Puts the answers of one connection together, one at a time. Reads no more of HTTP/1.1 than Laurel's gateways write. */
export class AnswerReader {
  #pending: Buffer | undefined;

  /**
   * @returns the answer that this chunk completes
   * @throws Error for an answer without a `content-length`
   */
  push(chunk: Buffer): Answer | undefined {
    const bytes = this.#pending ? Buffer.concat([this.#pending, chunk]) : chunk;
    this.#pending = bytes;
    const endOfHead = bytes.indexOf(END_OF_HEAD, 0, 'latin1');
    if (endOfHead < 0) return undefined;
    const head = bytes.toString('latin1', 0, endOfHead);
    const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
    if (length === undefined) throw new Error('an answer without a content-length');
    const start = endOfHead + END_OF_HEAD.length;
    const end = start + Number(length);
    if (bytes.length < end) return undefined;
    this.#pending = undefined;
    return { status: Number(head.slice(9, 12)), body: bytes.subarray(start, end) };
  }

  /** Forgets what came of an answer that will not be completed. */
  reset(): void {
    this.#pending = undefined;
  }
}
