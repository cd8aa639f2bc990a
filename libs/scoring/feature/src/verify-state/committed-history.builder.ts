import {
  type CommandMessage,
  type EventMessage,
  type EventsTopicMessage,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  type ReleaseMessage,
  playerKey,
  releaseDocumentId,
  partitionOf,
} from '@laurel/contracts';
import { ErasureKey, EventStore } from '@laurel/platform-event-store';
import { type LogMessage } from '@laurel/platform-kafka';
import { type ProgramDocument, releaseProgram } from '@laurel/releases-domain';
import type { Db } from 'mongodb';
import { ErasureStore } from '../adapters/erasure-store.mongo.js';
import { ScoringStore } from '../adapters/scoring-store.mongo.js';
import { PartitionState } from '../partition/partition-state.js';
import { ProgramCache } from '../partition/program-cache.js';
import { CommitStep } from '../pipeline/commit.step.js';
import { decideBatch } from '../pipeline/decide.step.js';
import { decode, identified } from '../pipeline/decode.step.js';
import { deduplicate } from '../pipeline/deduplicate.step.js';
import { LoadStep } from '../pipeline/load.step.js';

const PARTITIONS = 12;
const DAY_MS = 86_400_000;

/** Commits events as the scoring service does, without Kafka and ranks: what is in MongoDB is the real thing. */
export class CommittedHistory {
  private readonly events: EventStore;
  private readonly store: ScoringStore;
  private readonly loading: LoadStep;
  private readonly committing: CommitStep;
  private readonly states = new Map<number, PartitionState>();

  /** @param now the broker's append time of the first message, ms; each later one is a second younger */
  constructor(
    private readonly db: Db,
    private now: number,
  ) {
    this.events = new EventStore(db);
    this.store = new ScoringStore(db);
    const erasures = new ErasureStore(db, new ErasureKey('a key that nobody else has'));
    this.loading = new LoadStep(this.store, new ProgramCache(db), erasures);
    this.committing = new CommitStep(this.store, erasures);
  }

  /** The broker's append time of the last message, ms. */
  get time(): number {
    return this.now;
  }

  /**
   * Stores a release and announces it in every partition.
   *
   * @param first release 1, whose stats and boards it keeps where they have the same shape
   */
  async release(workspace: string, release: number, program: ProgramDocument, first?: ProgramDocument): Promise<void> {
    const document: ReleaseDocument<unknown> = {
      _id: releaseDocumentId(workspace, release),
      workspace,
      release,
      note: '',
      author: 'key_spec',
      program: releaseProgram(program, first && releaseProgram(first, undefined, 1), release),
      publishedAt: this.now,
      announcedAt: this.now,
    };
    await this.db.collection<ReleaseDocument<unknown>>(RELEASES_COLLECTION).insertOne(document);
    const message: ReleaseMessage = { v: 1, kind: 'release', workspace, release };
    for (let partition = 0; partition < PARTITIONS; partition += 1) await this.commit(partition, [message]);
  }

  /** Announces a test clock in every partition. */
  async clock(workspace: string, offsetMs: number): Promise<void> {
    for (let partition = 0; partition < PARTITIONS; partition += 1) {
      await this.commit(partition, [{ v: 1, kind: 'clock', workspace, offsetMs }]);
    }
  }

  /** Commits events and commands, those of one partition in one batch. */
  async send(events: readonly (EventMessage | CommandMessage)[]): Promise<void> {
    const byPartition = new Map<number, (EventMessage | CommandMessage)[]>();
    for (const event of events) {
      const partition = partitionOf(playerKey(event.workspace, event.playerId));
      const batch = byPartition.get(partition) ?? [];
      byPartition.set(partition, batch);
      batch.push(event);
    }
    for (const [partition, batch] of byPartition) await this.commit(partition, batch);
  }

  private async commit(partition: number, bodies: readonly EventsTopicMessage[]): Promise<void> {
    const state = this.states.get(partition) ?? new PartitionState(partition, 1, undefined, new Map(), 1_000);
    this.states.set(partition, state);
    const messages = bodies.map((body, index): LogMessage => {
      this.now += 1_000;
      const value = Buffer.from(JSON.stringify(body));
      return { offset: state.nextOffset + index, timestamp: this.now, key: null, value };
    });
    const last = messages.at(-1);
    if (!last) return;
    const decoded = decode(messages, state.checkpoint?.decidedAt ?? 0, state.clocks);
    const fresh = deduplicate(decoded, await this.events.find(identified(decoded)), 400 * DAY_MS);
    const decided = decideBatch(state, fresh, await this.loading.load(state, fresh));
    await this.committing.commit(state, last, this.now, decided);
  }
}
