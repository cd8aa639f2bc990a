import type { EventRecord, EventReply, EventReplyMessage, RankChange, Topics } from '@laurel/contracts';
import type { Log } from '@laurel/kernel';
import { KafkaProducer, type OutgoingMessage, TOPICS } from '@laurel/platform-kafka';
import { LOG } from '@laurel/platform-observability';
import { Inject, Injectable } from '@nestjs/common';
import { boardKey } from '../partition/board-key.js';
import type { PartitionState } from '../partition/partition-state.js';
import type { DecidedBatch } from '../pipeline/decide.step.js';
import type { Decoded } from '../pipeline/decode.step.js';
import { type AwaitedEvent, awaitedEvents, standingsOf } from './awaited-events.js';
import { ObserveRanks, type ObservedRanks, type WantedRanks, placeName } from './observe-ranks.js';

/** What is waited for in a batch, with the ranks before it. */
export interface Awaited {
  readonly events: readonly AwaitedEvent[];
  readonly wanted: WantedRanks;
  readonly before: ObservedRanks;
}

/** A reply shares requests with others; who waits for a larger one is not answered, and asks by id. */
const MAX_REPLY_BYTES = 524_288;
const REPLIES_PARTITION = 0;
const NOTHING: Awaited = { events: [], wanted: new Map(), before: new Map() };

/**
 * Tells those who wait what became of their events. Not part of what makes scoring exact: after a crash a reply may be missing or
 * come twice, and whoever waits has a deadline.
 */
@Injectable()
export class ReplyStep {
  constructor(
    @Inject(ObserveRanks) private readonly ranks: Pick<ObserveRanks, 'placesOf' | 'observe' | 'keptFrom'>,
    @Inject(KafkaProducer) private readonly producer: Pick<KafkaProducer, 'send'>,
    @Inject(TOPICS) private readonly topics: Topics,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Who waits, and where they stand. Before the commit: until it is projected, ranks would lack what is committed.
   *
   * @param known records of earlier batches under the batch's ids, by `eventRecordId`
   */
  async prepare(
    state: PartitionState,
    messages: readonly Decoded[],
    { records }: Pick<DecidedBatch, 'records'>,
    known: ReadonlyMap<string, readonly EventRecord[]>,
  ): Promise<Awaited> {
    const events = awaitedEvents(messages, records, known);
    if (events.length === 0) return NOTHING;
    const kept = await this.ranks.keptFrom(events);
    const open = kept.size === 0 ? events : events.map((event) => withoutKept(event, kept));
    const wanted = await this.ranks.placesOf(open);
    return { events: open, wanted, before: await this.ranks.observe(state, wanted) };
  }

  /** Once the batch is committed and projected. Never rejects. */
  async reply(state: PartitionState, { events, wanted, before }: Awaited): Promise<void> {
    if (events.length === 0) return;
    const after = await this.ranks.observe(state, wanted);
    const messages = events.map((event) => replyTo(event, rankChangesOf(event, before, after)));
    const sendable = messages.filter(({ value }) => Buffer.byteLength(value) <= MAX_REPLY_BYTES);
    const sent = await this.producer.send(this.topics.replies, sendable);
    if (!sent.ok) this.log.warn({ partition: state.partition, reason: sent.error.detail }, 'replies.not_sent');
  }
}

/** The event as it is told to whoever is kept from what servers alone may read. */
function withoutKept({ replyTo, own, told }: AwaitedEvent, kept: ReadonlySet<string>): AwaitedEvent {
  if (!own.client) return { replyTo, own, told };
  const open = (record: EventRecord): EventRecord => ({
    ...record,
    effects: record.effects.filter(
      (effect) => !('board' in effect) || !kept.has(boardKey({ workspace: record.workspace, board: effect.board })),
    ),
  });
  return { replyTo, own: open(own), told: open(told) };
}

function replyTo(
  { replyTo: { instance, correlation }, own, told }: AwaitedEvent,
  ranks: RankChange[],
): OutgoingMessage {
  const { properties: _, ...record } = told;
  const body: EventReply = { status: own.status, record, ranks };
  const message: EventReplyMessage = { v: 1, instance, correlation, body };
  return { key: instance, value: JSON.stringify(message), partition: REPLIES_PARTITION };
}

function rankChangesOf(event: AwaitedEvent, before: ObservedRanks, after: ObservedRanks): RankChange[] {
  const { workspace, playerId } = event.own;
  return standingsOf(event).map(({ board, window }): RankChange => {
    const name = placeName(workspace, board, window, playerId);
    // A board that is in no program any more has no place.
    const [was, is] = [before.get(name) ?? null, after.get(name) ?? null];
    return was === 'warming' || is === 'warming'
      ? { board, window, before: null, after: null, warming: true }
      : { board, window, before: was, after: is };
  });
}
