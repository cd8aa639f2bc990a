import {
  type CheckpointDocument,
  type DeadLetterMessage,
  type EventRecord,
  type Outcome,
  type OutcomesMessage,
  type StandingsMessage,
  type Topics,
  playerKey,
} from '@laurel/contracts';
import { KafkaProducer, OutageError, type OutgoingMessage, TOPICS } from '@laurel/platform-kafka';
import { scoringErrors } from '@laurel/scoring-domain';
import { Inject, Injectable } from '@nestjs/common';
import type { PartitionState } from '../partition/partition-state.js';
import type { Poison } from './decode.step.js';
import { absorbMessages } from './hand-over.js';
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
   * Outcomes and standings of what was committed up to the checkpoint, and what it hands over to players of other partitions.
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
      this.send(this.topics.outcomes, outcomesMessages(first, checkpoint._id)),
      this.send(this.topics.events, absorbMessages(records)),
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
    if (!sent.ok) throw new OutageError(`${topic} is not acknowledged: ${sent.error.detail}`);
  }
}

/** Characters of JSON in a message, and events: small enough for a broker and for a consumer's patience. */
const MAX_OUTCOMES_LENGTH = 250_000;
const MAX_OUTCOMES = 200;

/** Outcomes in messages: those of a workspace share one as long as it stays small. */
function outcomesMessages(records: readonly EventRecord[], partition: number): OutgoingMessage[] {
  const messages: OutgoingMessage[] = [];
  const open = new Map<string, { texts: string[]; length: number }>();
  const close = (workspace: string, texts: readonly string[]): void => {
    const head = JSON.stringify({ v: 1, workspace, partition } satisfies Omit<OutcomesMessage, 'outcomes'>);
    messages.push({ key: workspace, value: `${head.slice(0, -1)},"outcomes":[${texts.join(',')}]}`, partition });
  };
  for (const record of records) {
    const text = JSON.stringify(outcomeOf(record));
    let draft = open.get(record.workspace);
    if (draft && (draft.texts.length >= MAX_OUTCOMES || draft.length + text.length > MAX_OUTCOMES_LENGTH)) {
      close(record.workspace, draft.texts);
      draft = undefined;
    }
    if (!draft) open.set(record.workspace, (draft = { texts: [], length: 0 }));
    draft.texts.push(text);
    draft.length += text.length;
  }
  for (const [workspace, { texts }] of open) close(workspace, texts);
  return messages;
}

function outcomeOf(record: EventRecord): Outcome {
  const { workspace, playerId, eventId, type, status, release, occurredAt, decidedAt, effects } = record;
  const id = `${workspace}|${playerId}|${eventId}`;
  return { id, workspace, playerId, eventId, type, status, release, occurredAt, decidedAt, effects };
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
