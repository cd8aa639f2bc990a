import {
  EVENTS_PARTITIONS,
  type EventRecord,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  playerDocumentId,
} from '@laurel/contracts';
import { type Result, err, ok } from '@laurel/kernel';
import { EventStore, decodeEventPage } from '@laurel/platform-event-store';
import { type Player, type WhatIf, WhatIfSummary } from '@laurel/scoring-domain';
import type { Db } from 'mongodb';
import { ProgramCache } from '../partition/program-cache.js';
import { shareOf } from '../verify-state/seen-events.js';
import { type RecordsOf, checkpointOf, pagesUpTo } from './recorded-pages.js';
import { RecordReplay } from './replay-record.js';

/** Which events to decide again, by which release. */
export interface ReplayRequest {
  readonly workspace: string;
  /** Decided at this time (ms) or later. */
  readonly from: number;
  /** Decided before this time (ms). */
  readonly to: number;
  readonly release: number;
  /** Rows of a top and movers of one thing that are told. */
  readonly top: number;
  /** Players held in memory at a time; a partition with more is read several times. */
  readonly playersInMemory: number;
}

export interface ReplayResult extends WhatIf {
  /** Of the range; those that had effects when they came. */
  readonly events: number;
  /** That these events are of. */
  readonly players: number;
  /** That decided these events when they came. */
  readonly releases: readonly number[];
  /** The latest of them, whose boards are those told as before. */
  readonly comparedWith: number;
}

/** @param fraction done, 0 to 1 */
export type ReplayProgress = (fraction: number, events: number) => void;

/**
 * Decides what was recorded in a range of time again, by another release, beside what it led to then. Players start as the
 * history before the range leaves them, by the releases of their time. All of it happens in memory: nothing is written.
 *
 * Only events that had effects are decided again; duplicates and failed ones stay without.
 */
export class ReplayEventsHandler {
  private readonly programs: ProgramCache;

  constructor(private readonly db: Db) {
    this.programs = new ProgramCache(db);
  }

  /** Error: the release that is not stored. */
  async replay(request: ReplayRequest, onProgress: ReplayProgress): Promise<Result<ReplayResult, { release: number }>> {
    const { workspace, release, top } = request;
    const after = await this.programs.get(workspace, release);
    if (!after) return err({ release });
    const releases = await this.releasesIn(request);
    const comparedWith = releases.at(-1) ?? release;
    const before = await this.programs.get(workspace, comparedWith);
    if (!before) return err({ release: comparedWith });
    const summary = new WhatIfSummary(before, after, top);
    const run = new ReplayRun(new RecordReplay(this.programs, new EventStore(this.db)), request, summary);
    for (let partition = 0; partition < EVENTS_PARTITIONS; partition += 1) {
      await this.replayPartition(partition, request, run, (fraction) =>
        onProgress((partition + fraction) / EVENTS_PARTITIONS, run.events),
      );
    }
    return ok({ ...summary.result, events: run.events, players: run.players, releases, comparedWith });
  }

  /** The releases that decided the events of the range, in ascending order. */
  private async releasesIn({ workspace, from, to }: ReplayRequest): Promise<number[]> {
    const releases = new Set<number>();
    for (let partition = 0; partition < EVENTS_PARTITIONS; partition += 1) {
      for await (const record of this.records({ partition, workspace, to: { $gte: from } }, to, () => undefined)) {
        if (record.decidedAt >= from && record.status === 'processed') releases.add(record.release);
      }
    }
    return [...releases].sort((left, right) => left - right);
  }

  private async replayPartition(
    partition: number,
    { workspace, to, playersInMemory }: ReplayRequest,
    run: ReplayRun,
    onProgress: (fraction: number) => void,
  ): Promise<void> {
    const players = await this.db
      .collection<PlayerDocument>(PLAYERS_COLLECTION)
      .countDocuments({ partition, workspace });
    const shares = Math.max(1, Math.ceil(players / playersInMemory));
    for (let share = 0; share < shares; share += 1) {
      const which = { partition, workspace };
      const records = this.records(which, to, (fraction) => onProgress((share + fraction) / shares));
      for await (const record of records) {
        const id = playerDocumentId(workspace, record.playerId);
        if (shares === 1 || shareOf(id, shares) === share) await run.take(id, record);
      }
      run.endShare();
    }
  }

  /** A workspace's records of a partition decided before a time, in the order of the log. */
  private async *records(
    which: RecordsOf,
    to: number,
    onProgress: (fraction: number) => void,
  ): AsyncGenerator<EventRecord> {
    const checkpoint = await checkpointOf(this.db, which.partition);
    if (!checkpoint) return;
    for await (const page of pagesUpTo(this.db, which, checkpoint)) {
      if (page.from >= to) return;
      yield* decodeEventPage(page).filter(({ decidedAt }) => decidedAt < to);
      onProgress(page.last / (checkpoint.offset + 1));
    }
  }
}

/** Players of one share under both programs, gathered into the summary when their last event is in. */
class ReplayRun {
  events = 0;
  players = 0;
  private before = new Map<string, Player>();
  /** Only of players with events in the range. */
  private after = new Map<string, Player>();

  constructor(
    private readonly replay: RecordReplay,
    private readonly request: ReplayRequest,
    private readonly summary: WhatIfSummary,
  ) {}

  async take(id: string, record: EventRecord): Promise<void> {
    if (record.status !== 'processed') return;
    const start = this.before.get(id);
    const decided = await this.replay.replay(start, record);
    if (!decided.ok) throw new Error(`event ${record.eventId} of ${record.playerId}: ${decided.error}`);
    this.before.set(id, decided.value.player);
    if (record.decidedAt < this.request.from) return;
    this.events += 1;
    this.summary.before.add(decided.value.rules, decided.value.effects);
    const shadow = await this.replay.replay(this.after.get(id) ?? start, record, this.request);
    if (!shadow.ok) throw new Error(`event ${record.eventId} of ${record.playerId}: ${shadow.error}`);
    this.after.set(id, shadow.value.player);
    this.summary.after.add(shadow.value.rules, shadow.value.effects);
  }

  endShare(): void {
    for (const [id, before] of this.before) this.summary.addPlayer(before, this.after.get(id) ?? before);
    this.players += this.after.size;
    this.before = new Map();
    this.after = new Map();
  }
}
