import {
  type CheckpointDocument,
  type DeadLetterMessage,
  type EventRecord,
  type OutcomeMessage,
  type StandingsMessage,
  type Topics,
  playerKey,
} from '@laurel/contracts';
import { KafkaProducer, type OutgoingMessage, TOPICS } from '@laurel/platform-kafka';
import { scoringErrors } from '@laurel/scoring-domain';
import { Inject, Injectable } from '@nestjs/common';
import type { PartitionState } from '../partition/partition-state.js';
import type { Poison } from './decode.step.js';
import { type MovedBoard, movedBoards } from './moved-boards.js';

/** A letter must fit a message itself, in base64; the whole is still on the events topic. */
const MAX_LETTER_BYTES = 262_144;

/** Tells the rest of the world what was committed, under ids that derive from the events: publishing twice is harmless. */
@Injectable()
export class PublishStep {
  constructor(
    @Inject(KafkaProducer) private readonly producer: KafkaProducer,
    @Inject(TOPICS) private readonly topics: Topics,
  ) {}

  /**
   * Outcomes and standings of what was committed up to the checkpoint.
   *
   * @param boards that the records changed
   * @throws when the brokers don't acknowledge: the watermark stays, and all of it goes out again
   */
  async publish(
    state: PartitionState,
    records: readonly EventRecord[],
    boards: readonly MovedBoard[] = movedBoards(records),
  ): Promise<void> {
    const { checkpoint } = state;
    if (!checkpoint) return;
    const failed = records.filter(({ status }) => status === 'failed');
    const first = records.filter(({ status }) => status !== 'duplicate' && status !== 'conflict');
    await Promise.all([
      this.send(this.topics.outcomes, first.map(outcomeMessage)),
      this.send(this.topics.standings, standingsMessages(boards, checkpoint)),
      this.send(
        this.topics.deadLetter,
        failed.map((record) => this.failedLetter(record)),
      ),
    ]);
    state.published = checkpoint.offset;
  }

  /** Before the commit: a poison message leaves no record that it could be published from later. */
  async publishPoison(partition: number, poison: readonly Poison[]): Promise<void> {
    await this.send(
      this.topics.deadLetter,
      poison.map(({ offset, message: { key, value }, detail }) =>
        this.letter(partition, offset, key?.toString('utf8') ?? null, value, scoringErrors.undecodable.code, detail),
      ),
    );
  }

  private failedLetter({ partition, offset, workspace, playerId, failure, ...record }: EventRecord): OutgoingMessage {
    const value = Buffer.from(JSON.stringify({ workspace, playerId, ...record }));
    const { code = scoringErrors.decisionFailed.code, detail = '' } = failure ?? {};
    return this.letter(partition, offset, playerKey(workspace, playerId), value, code, detail);
  }

  private letter(
    partition: number,
    offset: number,
    key: string | null,
    value: Buffer | null,
    cause: string,
    detail: string,
  ): OutgoingMessage {
    const message: DeadLetterMessage = {
      v: 1,
      topic: this.topics.events,
      partition,
      offset: String(offset),
      key,
      value: value?.subarray(0, MAX_LETTER_BYTES).toString('base64') ?? null,
      ...(value && value.length > MAX_LETTER_BYTES ? { truncated: true as const } : {}),
      cause,
      detail,
    };
    return { key: `${partition}:${offset}`, value: JSON.stringify(message) };
  }

  private async send(topic: string, messages: readonly OutgoingMessage[]): Promise<void> {
    const sent = await this.producer.send(topic, messages);
    if (!sent.ok) throw new Error(`${topic} is not acknowledged: ${sent.error.detail}`);
  }
}

function outcomeMessage(record: EventRecord): OutgoingMessage {
  const { workspace, playerId, eventId, type, status, release, occurredAt, decidedAt, effects } = record;
  const id = `${workspace}|${playerId}|${eventId}`;
  const message: OutcomeMessage = {
    v: 1,
    id,
    workspace,
    playerId,
    eventId,
    type,
    status,
    release,
    occurredAt,
    decidedAt,
    effects,
  };
  // The topics are cut alike: the same key lies in the same partition.
  return { key: playerKey(workspace, playerId), value: JSON.stringify(message), partition: record.partition };
}

/** One message per board. */
const standingsMessages = (
  boards: readonly MovedBoard[],
  { _id, epoch, offset }: CheckpointDocument,
): OutgoingMessage[] =>
  boards.map(({ workspace, board, windows }) => {
    const key = `${workspace}|${board}`;
    const message: StandingsMessage = {
      v: 1,
      id: `${key}|${_id}|${epoch}:${offset}`,
      workspace,
      board,
      partition: _id,
      epoch,
      offset,
      windows: [...windows.keys()],
    };
    return { key, value: JSON.stringify(message) };
  });
