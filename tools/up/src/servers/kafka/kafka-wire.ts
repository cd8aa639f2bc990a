import { connect } from 'node:net';

/**
 * The two questions of Kafka's protocol that the launcher asks. Asked over a plain socket, because a client library
 * would retry, log and keep timers where the launcher wants a yes or a no.
 */
export interface KafkaMetadata {
  readonly brokers: number;
  readonly topics: readonly string[];
}

const metadataApi = { key: 3, version: 5 };
const findCoordinatorApi = { key: 10, version: 1 };
const mostBytes = 64 * 1024 * 1024;

export interface KafkaAddress {
  readonly host: string;
  readonly port: number;
}

export async function askMetadata(address: KafkaAddress, timeoutMs: number): Promise<KafkaMetadata> {
  const allTopics = Buffer.from([0xff, 0xff, 0xff, 0xff, 0]);
  const answer = new Reader(await ask(address, metadataApi, allTopics, timeoutMs));
  answer.int32(); // throttle time
  const brokers = answer.list(() => {
    answer.int32();
    answer.text();
    answer.int32();
    answer.text();
  });
  answer.text(); // cluster id
  answer.int32(); // controller
  const topics = answer.list(() => {
    answer.int16();
    const name = answer.text();
    answer.skip(1);
    answer.list(() => {
      answer.skip(2 + 4 + 4);
      for (let lists = 0; lists < 3; lists += 1) answer.list(() => answer.int32());
    });
    return name;
  });
  return { brokers: brokers.length, topics };
}

/** Asks who coordinates a group: the first time, this makes the broker create its offsets topic. */
export async function hasCoordinator(address: KafkaAddress, group: string, timeoutMs: number): Promise<boolean> {
  const name = Buffer.from(group, 'utf8');
  const body = Buffer.alloc(2 + name.length + 1);
  body.writeInt16BE(name.length, 0);
  name.copy(body, 2);
  const answer = new Reader(await ask(address, findCoordinatorApi, body, timeoutMs));
  answer.int32();
  return answer.int16() === 0;
}

/** Sends one request and resolves with the body of the response. */
function ask(
  address: KafkaAddress,
  api: { readonly key: number; readonly version: number },
  body: Buffer,
  timeoutMs: number,
): Promise<Buffer> {
  const client = Buffer.from('laurel-launcher', 'utf8');
  const head = Buffer.alloc(4 + 2 + 2 + 4 + 2);
  head.writeInt32BE(head.length - 4 + client.length + body.length, 0);
  head.writeInt16BE(api.key, 4);
  head.writeInt16BE(api.version, 6);
  head.writeInt32BE(1, 8);
  head.writeInt16BE(client.length, 12);
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    let received = Buffer.alloc(0);
    const fail = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(timeoutMs, () => fail(new Error('no answer in time')));
    socket.once('error', fail);
    socket.once('close', () => fail(new Error('the connection was closed')));
    socket.once('connect', () => socket.write(Buffer.concat([head, client, body])));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 8) return;
      const size = received.readInt32BE(0);
      if (size < 4 || size > mostBytes || received.readInt32BE(4) !== 1) return fail(new Error('not Kafka’s protocol'));
      if (received.length < 4 + size) return;
      resolve(received.subarray(8, 4 + size));
      socket.destroy();
    });
  });
}

/** Reads the big-endian fields of a response in order. @throws RangeError past the end. */
class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  skip(count: number): void {
    this.#at += count;
  }

  int16(): number {
    this.#at += 2;
    return this.#bytes.readInt16BE(this.#at - 2);
  }

  int32(): number {
    this.#at += 4;
    return this.#bytes.readInt32BE(this.#at - 4);
  }

  /** A string; an absent one reads as empty. */
  text(): string {
    const length = Math.max(0, this.int16());
    this.#at += length;
    return this.#bytes.toString('utf8', this.#at - length, this.#at);
  }

  list<T>(item: () => T): T[] {
    return Array.from({ length: Math.max(0, this.int32()) }, item);
  }
}
