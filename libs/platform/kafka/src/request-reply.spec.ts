import type { EventMessage, ReplyMessage, ReplyTo } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { silentLog, until } from '@laurel/testing';
import { kafkaErrors } from './errors.js';
import type { OutgoingMessage, Receipt } from './producer-call.js';
import { RequestReply } from './request-reply.js';

const RECEIPT: Receipt = { partition: 1, offset: 2 };
const LONG_MS = 60_000;

/** Takes every message, or none while `down`. */
class FakeProducer {
  readonly sent: { readonly topic: string; readonly message: Partial<EventMessage> }[] = [];
  down = false;

  send(topic: string, messages: readonly OutgoingMessage[]): Promise<Result<Receipt[], DomainError>> {
    for (const { value } of messages) this.sent.push({ topic, message: JSON.parse(value) as Partial<EventMessage> });
    return Promise.resolve(this.down ? err(kafkaErrors.unavailable('Away.')) : ok([RECEIPT]));
  }

  /** Addresses that replies are asked for at. */
  get addresses(): ReplyTo[] {
    return this.sent.flatMap(({ message }) => message.replyTo ?? []);
  }
}

/** The replies topic as this instance hears it. */
class FakeReplies {
  joined = true;
  private onMessages: (values: readonly Buffer[]) => void = () => undefined;

  start(_topic: string, onMessages: (values: readonly Buffer[]) => void): void {
    this.onMessages = onMessages;
  }
  stop(): Promise<void> {
    this.joined = false;
    return Promise.resolve();
  }
  isJoined(): boolean {
    return this.joined;
  }
  say(...texts: string[]): void {
    this.onMessages(texts.map((text) => Buffer.from(text)));
  }
  answer(to: ReplyTo | undefined, body: unknown): void {
    if (!to) throw new Error('nobody asked');
    this.say(JSON.stringify({ v: 1, ...to, body } satisfies ReplyMessage<unknown>));
  }
}

let producer: FakeProducer;
let replies: FakeReplies;
let requests: RequestReply;

beforeEach(() => {
  producer = new FakeProducer();
  replies = new FakeReplies();
  requests = new RequestReply(producer, replies, 'replies', silentLog);
  requests.start();
});
afterEach(() => requests.stop());

const ask = (text: string, waitMs = LONG_MS) =>
  requests.request<string>({ topic: 'events', key: 'k', message: { text } }, waitMs);
const asked = (count: number) => until(`${count} are asked`, () => producer.addresses.length >= count);

describe('a request', () => {
  it('is answered by the reply to its own address', async () => {
    const both = [ask('one'), ask('two')];
    await asked(2);

    replies.answer(producer.addresses[1], 'second');
    replies.answer(producer.addresses[0], 'first');

    expect(await Promise.all(both)).toEqual([
      ok({ receipt: RECEIPT, reply: 'first' }),
      ok({ receipt: RECEIPT, reply: 'second' }),
    ]);
    expect(producer.sent[0]).toMatchObject({ topic: 'events', message: { text: 'one' } });
  });

  it('is answered without a reply when none came in time', async () => {
    expect(await ask('one', 1)).toEqual(ok({ receipt: RECEIPT, reply: undefined }));
    replies.answer(producer.addresses[0], 'too late');
  });

  it('does not mind replies to others, replies that come twice, and what is no reply', async () => {
    const answer = ask('one');
    await asked(1);
    const [address] = producer.addresses;
    const { instance = '', correlation = '' } = address ?? {};

    replies.answer({ instance: 'another', correlation }, 'wrong');
    replies.answer({ instance, correlation: '999' }, 'wrong');
    replies.say('{', '7', 'null', instance, JSON.stringify({ v: 2, ...address, body: 'wrong' }));
    replies.answer(address, 'right');
    replies.answer(address, 'again');

    expect(await answer).toMatchObject({ value: { reply: 'right' } });
  });

  it('fails as writing fails, and nobody waits then', async () => {
    producer.down = true;
    expect(await ask('one')).toMatchObject({ ok: false, error: { code: 'kafka.unavailable' } });
  });

  it('goes out without an address while replies can’t be heard', async () => {
    replies.joined = false;
    expect(requests.isListening()).toBe(false);
    expect(await ask('one')).toEqual(ok({ receipt: RECEIPT, reply: undefined }));
    expect(producer.addresses).toEqual([]);
  });

  it('is not waited for beyond the 10,000 that are', async () => {
    const waiting = Array.from({ length: 10_000 }, (_, index) => ask(String(index)));
    expect(requests.isListening()).toBe(false);
    expect(await ask('one more')).toEqual(ok({ receipt: RECEIPT, reply: undefined }));
    expect(producer.addresses).toHaveLength(10_000);

    requests.releaseAll();
    await Promise.all(waiting);
  });

  it('is let go when the process stops, and further ones are not waited for', async () => {
    const answer = ask('one');
    await asked(1);

    requests.releaseAll();

    expect(await answer).toEqual(ok({ receipt: RECEIPT, reply: undefined }));
    expect(requests.isListening()).toBe(false);
  });
});
