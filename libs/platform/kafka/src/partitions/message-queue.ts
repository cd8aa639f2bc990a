import type { LogMessage } from './partition-handler.js';

/** Above one of these, nothing more is fetched; below both again, it is. */
const HIGH = { messages: 4_000, bytes: 8 * 1_024 * 1_024 };
const LOW = { messages: 1_000, bytes: 2 * 1_024 * 1_024 };

/** Messages of one partition that were fetched and wait, with what they weigh. */
export class MessageQueue {
  private messages: LogMessage[] = [];
  private bytes = 0;

  get length(): number {
    return this.messages.length;
  }

  get first(): LogMessage | undefined {
    return this.messages[0];
  }

  isFull(): boolean {
    return this.messages.length > HIGH.messages || this.bytes > HIGH.bytes;
  }

  isLow(): boolean {
    return this.messages.length < LOW.messages && this.bytes < LOW.bytes;
  }

  push(messages: readonly LogMessage[]): void {
    for (const message of ownCopies(messages)) {
      this.messages.push(message);
      this.bytes += sizeOf(message);
    }
  }

  /** Takes up to so many messages from the front. */
  take(count: number): LogMessage[] {
    const taken = this.messages.splice(0, count);
    for (const message of taken) this.bytes -= sizeOf(message);
    return taken;
  }

  clear(): void {
    this.messages = [];
    this.bytes = 0;
  }
}

const sizeOf = ({ key, value }: LogMessage): number => (key?.length ?? 0) + (value?.length ?? 0);

/**
 * The driver's buffers are views of the broker's whole answer, up to 10 MB with other partitions' messages in it: one message
 * that waits would keep all of it in memory.
 */
function ownCopies(messages: readonly LogMessage[]): LogMessage[] {
  const store = Buffer.allocUnsafeSlow(messages.reduce((sum, message) => sum + sizeOf(message), 0));
  let end = 0;
  const copied = (bytes: Buffer | null): Buffer | null => {
    if (!bytes) return null;
    const start = end;
    end += bytes.copy(store, start);
    return store.subarray(start, end);
  };
  return messages.map(({ offset, timestamp, key, value }) => ({
    offset,
    timestamp,
    key: copied(key),
    value: copied(value),
  }));
}
