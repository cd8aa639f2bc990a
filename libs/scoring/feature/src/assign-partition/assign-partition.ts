import type { CheckpointDocument, EventRecord } from '@laurel/contracts';
import { EventStore } from '@laurel/platform-event-store';
import type { AssignedPartition, LogRange, Resume } from '@laurel/platform-kafka';
import { Inject, Injectable } from '@nestjs/common';
import { ErasureStore } from '../adapters/erasure-store.mongo.js';
import { ScoringStore } from '../adapters/scoring-store.mongo.js';
import { boardKey } from '../partition/board-key.js';
import { PartitionState } from '../partition/partition-state.js';
import { boardsLeft } from '../erase-player/left-boards.js';
import { type MovedBoard, movedBoards } from '../pipeline/moved-boards.js';
import { PublishStep } from '../pipeline/publish.step.js';
import { RepairRanks } from '../repair-ranks/repair-ranks.js';
import { SCORING_SETTINGS, type ScoringSettings } from '../scoring.tokens.js';
import { HaltPartition } from './halt-partition.js';

const FIRST_EPOCH = 1;

export type Assignment =
  { readonly kind: 'ready'; readonly state: PartitionState; readonly resume: Resume } | { readonly kind: 'halted' };

/**
 * Takes over a partition: loads its checkpoint, finishes what its last owner committed but did not project or publish, and
 * says where in the log to go on.
 */
@Injectable()
export class AssignPartition {
  constructor(
    @Inject(ScoringStore) private readonly store: ScoringStore,
    @Inject(ErasureStore) private readonly erasures: Pick<ErasureStore, 'unswept' | 'everyBoard'>,
    @Inject(EventStore) private readonly events: EventStore,
    @Inject(RepairRanks) private readonly repairs: RepairRanks,
    @Inject(PublishStep) private readonly publishing: PublishStep,
    @Inject(HaltPartition) private readonly halts: HaltPartition,
    @Inject(SCORING_SETTINGS) private readonly settings: ScoringSettings,
  ) {}

  async assign({ partition, readLog }: AssignedPartition): Promise<Assignment> {
    const checkpoint = (await this.store.loadCheckpoint(partition)) ?? undefined;
    const mismatch = compareWithLog(checkpoint, await readLog());
    if (mismatch !== undefined) {
      await this.halts.halt(partition, mismatch);
      return { kind: 'halted' };
    }
    await this.halts.clear(partition, checkpoint?.halted !== undefined);
    const state = await this.loadState(partition, checkpoint);
    await this.repairs.sweep(state);
    await this.publishRest(state);
    return { kind: 'ready', state, resume: { kind: 'resume', offset: state.resumeOffset } };
  }

  private async loadState(partition: number, checkpoint: CheckpointDocument | undefined): Promise<PartitionState> {
    const positions = (await this.store.loadBoardPositions(partition)).map(({ workspace, board, epoch, offset }) => ({
      workspace,
      board,
      position: { epoch, offset },
    }));
    const boardPositions = new Map(positions.map((position) => [boardKey(position), position]));
    const epoch = checkpoint?.epoch ?? FIRST_EPOCH;
    const state = new PartitionState(partition, epoch, checkpoint, boardPositions, this.settings.playersInMemory);
    for (const { workspace, offsetMs } of await this.store.loadClocks(partition)) state.clocks.set(workspace, offsetMs);
    for (const tombstone of await this.erasures.unswept(partition)) state.unswept.set(tombstone._id, tombstone);
    return state;
  }

  /** At most one batch: the next one is not committed before this one is published. */
  private async publishRest(state: PartitionState): Promise<void> {
    const { checkpoint } = state;
    if (!checkpoint || checkpoint.published >= checkpoint.offset) return;
    const { _id, epoch, published, offset } = checkpoint;
    const records: EventRecord[] = [];
    for await (const page of this.events.ofPartition(_id, epoch, { after: published, upTo: offset }))
      records.push(...page);
    const left = await boardsLeft(state, (workspace) => this.erasures.everyBoard(workspace));
    const isLeft = (moved: MovedBoard): boolean => left.some((each) => boardKey(each) === boardKey(moved));
    const moved = movedBoards(records).filter((each) => !isLeft(each));
    await this.publishing.publish(state, records, [...left, ...moved]);
  }
}

/** @returns why the log can't be the one that the state was computed from; undefined when it may be */
export function compareWithLog(
  checkpoint: CheckpointDocument | undefined,
  { low, high }: LogRange,
): string | undefined {
  if (!checkpoint) {
    return low === 0
      ? undefined
      : `nothing is committed, but the log begins at offset ${low}: events before it are lost`;
  }
  const { offset, fingerprint } = checkpoint;
  if (fingerprint === '') {
    const fits = low <= offset + 1 && offset + 1 <= high;
    return fits
      ? undefined
      : `epoch ${checkpoint.epoch} begins at offset ${offset + 1}, but the log holds ${low} to ${high}`;
  }
  if (offset >= high) return `offset ${offset} is committed, but the log ends at ${high}: the topic was recreated`;
  if (offset < low) return `offset ${offset} is committed, but the log begins at ${low}: retention has passed it`;
  return undefined;
}
