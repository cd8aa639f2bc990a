import { type KafkaClient, type TopicMessage, type TopicRange, readTopic, topicRanges } from '@laurel/platform-kafka';
import { decode } from '../pipeline/decode.step.js';
import type { Differences } from './difference.js';

/**
 * Looks in the log at the messages without a record, as far as the log still holds them: control messages and what can't be
 * read have none; an event or a command without one was lost.
 *
 * @param unrecorded up to the checkpoints
 */
export async function checkUnrecorded(
  kafka: KafkaClient,
  topic: string,
  unrecorded: readonly TopicRange[],
  differences: Differences,
): Promise<void> {
  const held = new Map((await topicRanges(kafka, topic)).map((range) => [range.partition, range]));
  const waiting = unrecorded
    .map(({ partition, low, high }) => {
      const log = held.get(partition);
      return { partition, low: Math.max(low, log?.low ?? high), high: Math.min(high, log?.high ?? high) };
    })
    .filter(({ low, high }) => low < high);
  while (waiting.length > 0) {
    await readTopic(kafka, {
      topic,
      ranges: nextOfEach(waiting),
      onMessages: (messages) => messages.forEach((message) => checkMessage(message, differences)),
    });
  }
}

/** Takes one range of each partition: that is what can be read at a time. */
function nextOfEach(waiting: TopicRange[]): TopicRange[] {
  const next = new Map<number, TopicRange>();
  for (const range of waiting) if (!next.has(range.partition)) next.set(range.partition, range);
  const rest = waiting.filter((range) => next.get(range.partition) !== range);
  waiting.splice(0, waiting.length, ...rest);
  return [...next.values()];
}

function checkMessage(message: TopicMessage, differences: Differences): void {
  const [decoded] = decode([message], 0);
  if (!decoded || !('event' in decoded)) return;
  const { workspace, playerId, eventId } = decoded.event;
  const { partition, offset } = message;
  differences.add({
    check: 'checkpoints',
    ...{ partition, workspace, playerId },
    what: `event ${eventId} at ${partition}:${offset}, before the checkpoint`,
    expected: 'a record',
    found: 'none',
  });
}
