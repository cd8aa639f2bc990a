import type { LogMessage } from '@laurel/platform-kafka';
import { EventStore } from '@laurel/platform-event-store';
import { scoringErrors } from '@laurel/scoring-domain';
import { Inject, Injectable } from '@nestjs/common';
import { ActivitySums } from '../activity/activity-sums.js';
import type { KnownClaims } from '../claims/claim.js';
import { ClaimPlacesStep } from '../claims/claim-places.step.js';
import { SweepErased } from '../erase-player/sweep-erased.js';
import { Failpoints } from '../failpoints.js';
import type { PartitionState } from '../partition/partition-state.js';
import { ReplyStep } from '../reply/reply.step.js';
import { ScoringMetrics } from '../scoring.metrics.js';
import { SCORING_SETTINGS, type ScoringSettings } from '../scoring.tokens.js';
import { CommitStep, recordsToTell } from './commit.step.js';
import { type Failure, decideBatch } from './decide.step.js';
import { appendedAt, decode, identified } from './decode.step.js';
import { deduplicate } from './deduplicate.step.js';
import { LoadStep } from './load.step.js';
import { ProjectStep } from './project.step.js';
import { PublishStep } from './publish.step.js';

/**
 * The way of a batch: decode → deduplicate → load → decide → commit → project → publish. Where rules are for the first players
 * alone, deciding takes places, and is done again with them.
 *
 * Until the commit nothing has happened: a crash reads the batch again. After it everything has: what is left is done again
 * from what was committed, except replies to those who wait, which may be lost. An error means that it is unknown which, so
 * the partition starts again from its checkpoint.
 */
@Injectable()
export class ProcessBatch {
  constructor(
    @Inject(EventStore) private readonly events: EventStore,
    @Inject(LoadStep) private readonly loading: LoadStep,
    @Inject(ClaimPlacesStep) private readonly claiming: ClaimPlacesStep,
    @Inject(CommitStep) private readonly committing: CommitStep,
    @Inject(ProjectStep) private readonly projecting: ProjectStep,
    @Inject(PublishStep) private readonly publishing: PublishStep,
    @Inject(ReplyStep) private readonly replying: ReplyStep,
    @Inject(SweepErased) private readonly sweeping: SweepErased,
    @Inject(ScoringMetrics) private readonly metrics: ScoringMetrics,
    @Inject(ActivitySums) private readonly activity: ActivitySums,
    @Inject(Failpoints) private readonly failpoints: Failpoints,
    @Inject(SCORING_SETTINGS) private readonly settings: ScoringSettings,
  ) {}

  /**
   * @param messages continue the log where the state ends (`continueLog`)
   * @param attempt how often a batch that begins with them has failed before, though everything it needs was there
   */
  async process(state: PartitionState, messages: readonly LogMessage[], attempt = 0): Promise<void> {
    const last = messages.at(-1);
    if (!last) return;
    const observe = this.metrics.startBatch(messages.length);

    const decidedAt = state.checkpoint?.decidedAt ?? 0;
    const decoded = decode(messages, decidedAt, state.clocks);
    const known = await this.events.find(identified(decoded));
    const deduplicated = deduplicate(decoded, known, this.settings.eventMaxAgeMs);
    observe('deduplicated');

    const loaded = await this.loading.load(state, deduplicated);
    observe('loaded');

    const decideWith = (claims: KnownClaims) =>
      decideBatch(state, deduplicated, loaded, giveUp(messages, attempt), claims);
    let decided = decideWith(this.claiming.known);
    if (decided.wanted) decided = await this.claiming.settle(decided, decideWith);
    observe('decided');
    this.failpoints.reach('decided');

    const awaited = await this.replying.prepare(state, decoded, { records: recordsToTell(decided) }, known);
    await this.publishing.publishPoison(state.partition, decided.poison);
    const now = appendedAt(messages, decidedAt);
    const committed = await this.committing.commit(state, last, now, decided);
    observe('committed');
    this.metrics.batchCommitted(committed);
    this.activity.count(committed.records);
    this.failpoints.reach('committed');

    await this.projecting.project(state, committed);
    observe('projected');
    this.failpoints.reach('projected');

    // What is erased is gone by the time that it is told, unless there is very much of it.
    if (committed.erased) await this.sweeping.sweep(state);
    await Promise.all([
      this.publishing.publish(state, committed.records, committed.boards),
      this.replying.reply(state, awaited),
    ]);
    observe('published');
    this.failpoints.reach('published');
    this.metrics.batchDone(now);
  }
}

/** Tries of one message alone, after which it is recorded as failed: an operator may replay it from the dead letters. */
const MAX_ATTEMPTS = 3;

function giveUp(messages: readonly LogMessage[], attempt: number): Failure | undefined {
  if (messages.length > 1 || attempt < MAX_ATTEMPTS) return undefined;
  return { code: scoringErrors.notCommitted.code, detail: `It could not be committed ${attempt} times.` };
}
