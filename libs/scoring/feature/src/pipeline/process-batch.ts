import type { LogMessage } from '@laurel/platform-kafka';
import { Inject, Injectable } from '@nestjs/common';
import { ScoringStore } from '../adapters/scoring-store.mongo.js';
import type { PartitionState } from '../partition/partition-state.js';
import { ScoringMetrics } from '../scoring.metrics.js';
import { CommitStep } from './commit.step.js';
import { decideBatch } from './decide.step.js';
import { decode } from './decode.step.js';
import { deduplicate, recordIdOf } from './deduplicate.step.js';
import { LoadStep } from './load.step.js';
import { ProjectStep } from './project.step.js';
import { PublishStep } from './publish.step.js';

/**
 * The way of a batch: decode → deduplicate → load → decide → commit → project → publish.
 *
 * Until the commit nothing has happened: a crash reads the batch again. After it everything has: what is left is done again
 * from what was committed. An error means that it is unknown which, so the partition starts again from its checkpoint.
 */
@Injectable()
export class ProcessBatch {
  constructor(
    @Inject(ScoringStore) private readonly store: ScoringStore,
    @Inject(LoadStep) private readonly loading: LoadStep,
    @Inject(CommitStep) private readonly committing: CommitStep,
    @Inject(ProjectStep) private readonly projecting: ProjectStep,
    @Inject(PublishStep) private readonly publishing: PublishStep,
    @Inject(ScoringMetrics) private readonly metrics: ScoringMetrics,
  ) {}

  /** @param messages continue the log where the state ends (`continueLog`); at least one */
  async process(state: PartitionState, messages: readonly LogMessage[]): Promise<void> {
    const last = messages.at(-1);
    if (!last) return;
    const observe = this.metrics.startBatch(messages.length);

    const decoded = decode(messages, state.checkpoint?.decidedAt ?? 0);
    const ids = decoded.flatMap((message) => (message.kind === 'event' ? [recordIdOf(message)] : []));
    const known = await this.store.findRecords(ids);
    const { fresh, repeated } = deduplicate(decoded, known, state.partition);
    observe('deduplicated');

    const loaded = await this.loading.load(state, fresh);
    observe('loaded');

    const decided = decideBatch(state, fresh, loaded);
    observe('decided');

    await this.publishing.publishPoison(state.partition, decided.poison);
    const now = decoded.at(-1)?.now ?? 0;
    const committed = await this.committing.commit(state, last, now, decided, repeated);
    observe('committed');

    await this.projecting.project(state, committed);
    observe('projected');

    await this.publishing.publish(state, committed.records);
    observe('published');
    this.metrics.batchDone(committed, repeated.length, now);
  }
}
