import { partitionOfBytes } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { kafkaErrors } from './errors.js';

/** One message to write. Without `partition` the key decides, by Kafka's own rule (murmur2). */
export interface OutgoingMessage {
  readonly key: string;
  readonly value: string;
  readonly partition?: number;
}

/** Where the broker put a message. */
export interface Receipt {
  readonly partition: number;
  readonly offset: number;
}

/** One message on its way, with the call that waits for it. */
export interface Outgoing {
  readonly key: Buffer;
  readonly value: string;
  readonly partition: number;
  /** What it takes in a request, at most. */
  readonly bytes: number;
  readonly call: ProducerCall;
}

/** Upper bound of what the format adds to key and value of a message. */
const MESSAGE_OVERHEAD_BYTES = 64;

/** When to try again. */
export const RETRY_AFTER_SECONDS = 2;

/** One call of `KafkaProducer.send` that has not been answered yet. */
export class ProducerCall {
  readonly messages: readonly Outgoing[];
  readonly bytes: number;
  /** Of its first messages, as far as they are acknowledged. */
  readonly receipts: Receipt[] = [];
  private done = false;

  /**
   * @param dueAt when it is answered at the latest, ms of `performance.now()`
   * @param onAnswer called once, with its first answer
   */
  constructor(
    readonly topic: string,
    messages: readonly OutgoingMessage[],
    readonly dueAt: number,
    private readonly onAnswer: (call: ProducerCall, answer: Result<Receipt[], DomainError>) => void,
  ) {
    this.messages = messages.map((message) => outgoing(message, this));
    this.bytes = this.messages.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  get answered(): boolean {
    return this.done;
  }

  /** Where its next message was put. Answers the call when that was the last one. */
  acknowledge(receipt: Receipt): void {
    this.receipts.push(receipt);
    if (this.receipts.length === this.messages.length) this.answer(ok(this.receipts));
  }

  /** Answers that its messages may or may not have been written. */
  giveUp(): void {
    this.answer(err(NOT_ACKNOWLEDGED));
  }

  private answer(answer: Result<Receipt[], DomainError>): void {
    if (this.done) return;
    this.done = true;
    this.onAnswer(this, answer);
  }
}

function outgoing({ key: name, value, partition }: OutgoingMessage, call: ProducerCall): Outgoing {
  const key = Buffer.from(name);
  const bytes = key.length + Buffer.byteLength(value) + MESSAGE_OVERHEAD_BYTES;
  return { key, value, partition: partition ?? partitionOfBytes(key), bytes, call };
}

const NOT_ACKNOWLEDGED: DomainError = kafkaErrors.unavailable(
  'The brokers did not acknowledge in time, and may or may not have it. Send it again under the same id: it counts once.',
  { retryAfterSeconds: RETRY_AFTER_SECONDS },
);
