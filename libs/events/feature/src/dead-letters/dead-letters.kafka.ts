import type { Topics } from '@laurel/contracts';
import { type KafkaClient, type TopicMessage, readTopic, topicRanges } from '@laurel/platform-kafka';
import { type DeadLetter, type OpenedLetter, openLetter } from './dead-letter.js';

/** Which letters are meant; what is absent does not matter. */
export interface LetterFilter {
  readonly workspace?: string | undefined;
  readonly cause?: string | undefined;
  /** Put aside at this time (ms) or later. */
  readonly from?: number | undefined;
  /** Put aside before this time (ms). */
  readonly to?: number | undefined;
}

/** Reads the dead-letter topic, from its beginning to where it ends now, each letter once. */
export class DeadLetters {
  /** @param newest how many of each partition are read, the latest; all unless given */
  constructor(
    private readonly kafka: KafkaClient,
    private readonly topics: Topics,
    private readonly newest = Infinity,
  ) {}

  /** Letters that pass, without what they hold, the latest first. */
  async list(filter: LetterFilter): Promise<DeadLetter[]> {
    const letters = await this.read((letter) => passes(letter, filter), withoutContent);
    return letters.sort((left, right) => right.at - left.at || byPosition(left, right));
  }

  /** Letters with what they hold, in the order of the log. */
  async open(wanted: (letter: DeadLetter) => boolean): Promise<OpenedLetter[]> {
    const letters = await this.read(wanted, (letter) => letter);
    return letters.sort(byPosition);
  }

  /** The message itself, from its place in the events topic; undefined when the log no longer holds it. */
  async original({ partition, offset }: DeadLetter): Promise<TopicMessage | undefined> {
    const topic = this.topics.events;
    const range = (await topicRanges(this.kafka, topic)).find((each) => each.partition === partition);
    if (!range || offset < range.low || offset >= range.high) return undefined;
    let found: TopicMessage | undefined;
    await readTopic(this.kafka, {
      topic,
      ranges: [{ partition, low: offset, high: offset + 1 }],
      onMessages: ([message]) => void (found = message),
    });
    return found;
  }

  private async read<T extends DeadLetter>(
    wanted: (letter: DeadLetter) => boolean,
    keep: (letter: OpenedLetter) => T,
  ): Promise<T[]> {
    const letters = new Map<string, T>();
    const topic = this.topics.deadLetter;
    const ranges = await topicRanges(this.kafka, topic);
    await readTopic(this.kafka, {
      topic,
      ranges: ranges.map((range) => ({ ...range, low: Math.max(range.low, range.high - this.newest) })),
      onMessages: (messages) => {
        for (const message of messages) {
          const letter = openLetter(message);
          if (!letter || !wanted(letter)) continue;
          const before = letters.get(letter.position);
          letters.set(letter.position, { ...keep(letter), copies: (before?.copies ?? 0) + 1 });
        }
      },
    });
    return [...letters.values()];
  }
}

export const passes = (letter: DeadLetter, { workspace, cause, from, to }: LetterFilter): boolean =>
  (workspace === undefined || letter.workspace === workspace) &&
  (cause === undefined || letter.cause === cause) &&
  (from === undefined || letter.at >= from) &&
  (to === undefined || letter.at < to);

const byPosition = (left: DeadLetter, right: DeadLetter): number =>
  left.partition - right.partition || left.offset - right.offset;

const withoutContent = ({ key: _key, value: _value, truncated: _truncated, ...letter }: OpenedLetter): DeadLetter =>
  letter;
