import { MessageQueue } from './message-queue.js';
import type { LogMessage } from './partition-handler.js';

const MIB = 1_024 * 1_024;

const message = (offset: number, value: Buffer | null = null): LogMessage => ({
  offset,
  timestamp: offset,
  key: Buffer.from('k'),
  value,
});
const many = (count: number, bytes = 1) =>
  Array.from({ length: count }, (_, offset) => message(offset, Buffer.alloc(bytes)));

let queue: MessageQueue;

beforeEach(() => (queue = new MessageQueue()));

describe('the queue of a partition', () => {
  it('gives messages in their order, as many as asked for', () => {
    queue.push([message(4, Buffer.from('four')), message(5)]);
    queue.push([message(6, Buffer.from(''))]);

    expect(queue.first?.offset).toBe(4);
    expect(queue.take(2)).toEqual([message(4, Buffer.from('four')), message(5)]);
    expect(queue.take(9)).toEqual([message(6, Buffer.from(''))]);
    expect(queue.take(1)).toEqual([]);
  });

  it('is full with too many messages, however small', () => {
    queue.push(many(4_000));
    expect(queue.isFull()).toBe(false);

    queue.push(many(1));

    expect(queue.isFull()).toBe(true);
  });

  it('is full with too many bytes, however few messages', () => {
    queue.push(many(255, MIB / 32));
    expect(queue.isFull()).toBe(false);

    queue.push(many(2, MIB / 32));

    expect(queue.isFull()).toBe(true);
    expect(queue.length).toBeLessThan(300);
  });

  it('is low only when few messages of few bytes are left', () => {
    queue.push(many(257, MIB / 32));
    queue.take(180);
    expect(queue.isLow()).toBe(false);
    queue.take(20);
    expect(queue.isLow()).toBe(true);

    queue.push(many(1_000));
    expect(queue.isLow()).toBe(false);
  });

  it('weighs nothing when it is cleared', () => {
    queue.push(many(300, MIB / 32));

    queue.clear();

    expect([queue.length, queue.isFull(), queue.isLow()]).toEqual([0, false, true]);
  });

  it('keeps nothing in memory of what the messages came with', () => {
    const answer = Buffer.alloc(MIB);

    queue.push([message(1, answer.subarray(10, 20))]);

    const [kept] = queue.take(1);
    expect(kept?.value?.buffer).not.toBe(answer.buffer);
    expect(kept?.value?.buffer.byteLength).toBe(11);
  });
});
