import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { until } from '@laurel/testing';

/** One event as it came; `data` and `event` are undefined where it had none. */
export interface StreamEvent {
  readonly event: string | undefined;
  readonly id: string | undefined;
  readonly data: string | undefined;
  readonly retry: number | undefined;
}

/** A client of event streams for tests: keeps every event in order. */
export class StreamClient {
  readonly events: StreamEvent[] = [];
  comments = 0;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<unknown>;
  private seen = 0;
  private rest = '';

  private constructor(
    private readonly answer: IncomingMessage,
    /** What is answered instead of a stream. */
    readonly problem: unknown,
  ) {
    this.ended = problem === undefined ? once(answer, 'end') : Promise.resolve();
    answer.on('error', () => undefined);
    if (problem === undefined) answer.setEncoding('utf8').on('data', (chunk: string) => this.receive(chunk));
  }

  static async open(url: string, parameters: string, headers: Readonly<Record<string, string>>): Promise<StreamClient> {
    const asked = request(`${url}/v1/live/stream?${parameters}`, { headers, agent: false }).end();
    asked.on('error', () => undefined);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return new StreamClient(answer, answer.statusCode === 200 ? undefined : JSON.parse(await text(answer)));
  }

  get status(): number | undefined {
    return this.answer.statusCode;
  }

  get headers(): IncomingMessage['headers'] {
    return this.answer.headers;
  }

  /** The next event that no test has looked at. */
  async next(): Promise<StreamEvent> {
    const event = await until('an event came', () => this.events[this.seen]);
    this.seen += 1;
    return event;
  }

  /** Reads no more, and keeps the connection. */
  pause(): void {
    this.answer.pause();
  }

  close(): void {
    this.answer.destroy();
  }

  private receive(chunk: string): void {
    const blocks = (this.rest + chunk).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block === ':') this.comments += 1;
      else this.events.push(readEvent(block));
    }
  }
}

function readEvent(block: string): StreamEvent {
  const fields = new Map(block.split('\n').map((line) => [line.split(': ', 1)[0], line.slice(line.indexOf(': ') + 2)]));
  const retry = fields.get('retry');
  return {
    event: fields.get('event'),
    id: fields.get('id'),
    data: fields.get('data'),
    retry: retry === undefined ? undefined : Number(retry),
  };
}
