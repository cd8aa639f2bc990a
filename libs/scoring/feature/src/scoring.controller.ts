import {
  type AssignedPartition,
  type Hold,
  type IdlePartition,
  PARTITION_PATTERNS,
  PARTITION_TRANSPORT,
  type PartitionBatch,
  type PartitionProgress,
  type Resume,
  RethrowFilter,
} from '@laurel/platform-kafka';
import { Controller, Inject, UseFilters } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ScoringStore } from './adapters/scoring-store.mongo.js';
import { AssignPartition } from './assign-partition/assign-partition.js';
import { HaltPartition } from './assign-partition/halt-partition.js';
import { SweepErased } from './erase-player/sweep-erased.js';
import { asOutage } from './outage.js';
import { OwnedPartitions } from './partition/owned-partitions.js';
import type { PartitionState } from './partition/partition-state.js';
import { continueLog } from './pipeline/continue-log.js';
import { ProcessBatch } from './pipeline/process-batch.js';
import { HoldPartition } from './ranks-outage/hold-partition.js';
import { RepairRanks } from './repair-ranks/repair-ranks.js';
import { ScoringMetrics } from './scoring.metrics.js';

/** Ticks between two comparisons of all marks with the database. */
const SWEEP_EVERY_TICKS = 5;

/** Where Kafka meets scoring. Calls of one partition never overlap; those of different partitions do. */
@Controller()
@UseFilters(RethrowFilter)
export class ScoringController {
  private readonly states = new Map<number, PartitionState>();
  private readonly ticks = new Map<number, number>();

  constructor(
    @Inject(AssignPartition) private readonly assignment: AssignPartition,
    @Inject(ProcessBatch) private readonly batches: ProcessBatch,
    @Inject(RepairRanks) private readonly repairs: RepairRanks,
    @Inject(HaltPartition) private readonly halts: HaltPartition,
    @Inject(HoldPartition) private readonly holds: HoldPartition,
    @Inject(SweepErased) private readonly sweeping: SweepErased,
    @Inject(ScoringStore) private readonly store: ScoringStore,
    @Inject(ScoringMetrics) private readonly metrics: ScoringMetrics,
    @Inject(OwnedPartitions) private readonly owned: OwnedPartitions,
  ) {}

  @EventPattern(PARTITION_PATTERNS.assigned, PARTITION_TRANSPORT)
  async assigned(@Payload() assigned: AssignedPartition): Promise<Resume> {
    this.states.delete(assigned.partition);
    this.owned.left(assigned.partition);
    const assignment = await this.assignment.assign(assigned);
    if (assignment.kind === 'halted') return { kind: 'halted' };
    this.states.set(assigned.partition, assignment.state);
    this.owned.taken(assigned.partition);
    return assignment.resume;
  }

  @EventPattern(PARTITION_PATTERNS.batch, PARTITION_TRANSPORT)
  async batch(@Payload() { partition, messages, attempt }: PartitionBatch): Promise<Resume | undefined> {
    const state = this.stateOf(partition);
    const fresh = continueLog(state, messages);
    if (!fresh.ok) return this.halts.halt(partition, fresh.error);
    try {
      await this.batches.process(state, fresh.value, attempt);
    } catch (error) {
      throw asOutage(error);
    }
    return undefined;
  }

  /** Between batches: mends ranks that are behind, sweeps away what is left of erased players, notes in MongoDB what was published, and says whether to pause. */
  @EventPattern(PARTITION_PATTERNS.tick, PARTITION_TRANSPORT)
  async tick(@Payload() { partition }: IdlePartition): Promise<Hold | undefined> {
    const state = this.stateOf(partition);
    const count = (this.ticks.get(partition) ?? 0) + 1;
    this.ticks.set(partition, count);
    if (count % SWEEP_EVERY_TICKS === 0) await this.repairs.sweep(state);
    else await this.repairs.repairBehind(state);
    if (state.unswept.size > 0) await this.sweeping.sweep(state);
    await this.notePublished(state);
    return this.holds.verdict(state);
  }

  /** The partition is not this instance's any more: nothing of it is kept, and another instance tells how it is. */
  @EventPattern(PARTITION_PATTERNS.released, PARTITION_TRANSPORT)
  released(@Payload() { partition }: IdlePartition): void {
    this.states.delete(partition);
    this.owned.left(partition);
    this.ticks.delete(partition);
    this.holds.forget(partition);
    this.metrics.forget(partition);
  }

  @EventPattern(PARTITION_PATTERNS.progress, PARTITION_TRANSPORT)
  progress(@Payload() progress: readonly PartitionProgress[]): void {
    for (const partition of progress) this.metrics.progress(partition);
  }

  private async notePublished(state: PartitionState): Promise<void> {
    const { checkpoint, published } = state;
    if (!checkpoint || checkpoint.published === published || published !== checkpoint.offset) return;
    await this.store.setPublished(checkpoint);
    state.checkpoint = { ...checkpoint, published };
  }

  private stateOf(partition: number): PartitionState {
    const state = this.states.get(partition);
    if (!state) throw new Error(`partition ${partition} is not assigned`);
    return state;
  }
}
