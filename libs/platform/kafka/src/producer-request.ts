import type { Message, RecordMetadata, TopicMessages } from 'kafkajs';
import type { Outgoing } from './producer-call.js';

/** A broker refuses a request with more than 1 MiB for one partition (message.max.bytes). */
export const MAX_REQUEST_BYTES = 900_000;

/** Cuts messages into requests that a broker takes, in order. */
export function inRequests(messages: readonly Outgoing[]): Outgoing[][] {
  const requests: Outgoing[][] = [];
  let total = Infinity;
  for (const message of messages) {
    if (total + message.bytes > MAX_REQUEST_BYTES) {
      requests.push([]);
      total = 0;
    }
    requests.at(-1)?.push(message);
    total += message.bytes;
  }
  return requests;
}

/** The messages of a request as kafkajs takes them: of each it reads key, value and partition. */
export function byTopic(request: readonly Outgoing[]): TopicMessages[] {
  const topics = new Map<string, Message[]>();
  for (const message of request) {
    const messages = topics.get(message.call.topic);
    if (messages) messages.push(message);
    else topics.set(message.call.topic, [message]);
  }
  return Array.from(topics, ([topic, messages]) => ({ topic, messages }));
}

/**
 * Tells each call where its messages were put. A partition's messages keep their order in a request, so offsets count up from
 * its base.
 *
 * @throws Error when the broker did not say
 */
export function acknowledge(request: readonly Outgoing[], metadata: readonly RecordMetadata[]): void {
  const nextByTopic = new Map<string, Map<number, number>>();
  for (const { topicName, partition, baseOffset } of metadata) {
    const next = nextByTopic.get(topicName) ?? new Map<number, number>();
    nextByTopic.set(topicName, next);
    if (baseOffset !== undefined) next.set(partition, Number(baseOffset));
  }
  for (const { call, partition } of request) {
    const next = nextByTopic.get(call.topic);
    const offset = next?.get(partition);
    if (!next || offset === undefined) throw new Error(`the broker gave no offset for partition ${partition}`);
    next.set(partition, offset + 1);
    call.acknowledge({ partition, offset });
  }
}
