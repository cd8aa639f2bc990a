const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = '\uFEFF';

/** What the gateway takes in one request: 1,000 lines and 1 MiB, of which some is left to spare. */
export const REQUEST_LIMITS: RequestLimits = { lines: 1_000, bytes: 900_000 };

export interface RequestLimits {
  readonly lines: number;
  readonly bytes: number;
}

/** Lines of a file that go in one request. */
export interface ImportRequest {
  readonly text: string;
  /** The number in the file, from 1, of each line that is sent. */
  readonly numbers: readonly number[];
  /** How far the file is read behind them, in bytes. */
  readonly end: number;
}

/**
 * Splits a file of NDJSON into requests. Blank lines are left out, as the gateway leaves them out when it counts. A line that is
 * longer than a request may be goes alone: the gateway says what is wrong with it.
 *
 * @param chunks of the file, cut anywhere
 */
export async function* importRequests(
  chunks: AsyncIterable<Buffer>,
  limits: RequestLimits = REQUEST_LIMITS,
): AsyncGenerator<ImportRequest> {
  let request = new Gathered();
  for await (const line of linesOf(chunks)) {
    if (request.numbers.length > 0 && !request.hasRoomFor(line, limits)) {
      yield request.closed;
      request = new Gathered();
    }
    request.add(line);
  }
  if (request.numbers.length > 0) yield request.closed;
}

interface Line {
  readonly number: number;
  readonly text: string;
  readonly bytes: number;
  readonly end: number;
}

class Gathered {
  readonly numbers: number[] = [];
  private readonly texts: string[] = [];
  private bytes = 0;
  private end = 0;

  get closed(): ImportRequest {
    return { text: this.texts.join('\n'), numbers: this.numbers, end: this.end };
  }

  hasRoomFor(line: Line, limits: RequestLimits): boolean {
    return this.numbers.length < limits.lines && this.bytes + line.bytes <= limits.bytes;
  }

  add({ number, text, bytes, end }: Line): void {
    this.numbers.push(number);
    this.texts.push(text);
    this.bytes += bytes;
    this.end = end;
  }
}

/** Lines that are not blank. Cut as bytes: no character of UTF-8 holds a line break, but a chunk may end within one. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let [number, end] = [0, 0];
  let open: Buffer[] = [];
  const close = (): Line => {
    const bytes = Buffer.concat(open);
    open = [];
    number += 1;
    const text = bytes.toString('utf8').trim();
    return { number, end, bytes: bytes.length + 1, text: number === 1 ? text.replace(BYTE_ORDER_MARK, '') : text };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, start)) {
      open.push(chunk.subarray(start, at));
      end += at + 1 - start;
      start = at + 1;
      const line = close();
      if (line.text !== '') yield line;
    }
    open.push(chunk.subarray(start));
    end += chunk.length - start;
  }
  const last = close();
  if (last.text !== '') yield last;
}
