import {
  type BoardWindowDocument,
  FROZEN_CHUNK,
  type FrozenRow,
  type GrantDocument,
  type RewardRunDocument,
  grantDocumentId,
  rewardRunId,
} from '@laurel/contracts';
import { type Clock, WorkspaceClocks, nowIn } from '@laurel/kernel';
import { MONGO_DB } from '@laurel/platform-mongo';
import { type ReleasedRewardSchedule, type Winner, rewardScheduleId, winnersOf } from '@laurel/rewards-domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';
import { REWARDS_CLOCK } from '../clock.js';
import { NOT_IN_SEGMENT } from '../errors.js';
import { grantIdOf } from '../grants/grant-id.js';
import { GrantStore } from '../grants/grant-store.js';
import { type ClosingProgram, closingProgram } from './closing-program.js';
import { type FindEligible, findEligible } from './eligible-players.js';
import { FinalStandings } from './final-standings.port.js';
import { partsOfRewards } from './parts-of-rewards.js';
import { RewardSteps } from './reward-steps.js';

/** Grants that are written at a time. */
const PAGE = 500;

/** One schedule for one window that has ended. */
interface Award extends ClosingProgram {
  readonly schedule: ReleasedRewardSchedule;
  readonly window: BoardWindowDocument;
  readonly run: RewardRunDocument;
}

/**
 * Gives every winner of a window that has ended a grant, and lets those go on that need no approval. Whoever does it again, or
 * at the same time, does the same: a grant's id derives from its cause, and one that is there stays as it is.
 */
@Injectable()
export class AwardWindow {
  constructor(
    @Inject(MONGO_DB) private readonly db: Db,
    private readonly standings: FinalStandings,
    private readonly grants: GrantStore,
    private readonly clocks: WorkspaceClocks,
    @Inject(REWARDS_CLOCK) private readonly clock: Clock,
    private readonly steps: RewardSteps,
  ) {}

  /** @param window whose standings are kept */
  async afterFrozen(window: BoardWindowDocument): Promise<void> {
    const found = await closingProgram(this.db, window);
    for (const schedule of found?.schedules ?? []) {
      if (found) await this.award({ ...found, schedule, window, run: await this.begin(schedule, window) });
    }
  }

  private begin(schedule: ReleasedRewardSchedule, of: BoardWindowDocument): Promise<RewardRunDocument> {
    const { workspace, board, window, release } = of;
    const id = rewardScheduleId(schedule);
    return this.grants.beginRun({
      _id: rewardRunId(workspace, id, board, window),
      ...{ workspace, schedule: id, board, window, release, state: 'granting', createdAt: this.clock.now() },
    });
  }

  private async award(award: Award): Promise<void> {
    const { run, schedule, window } = award;
    if (run.state === 'done') return;
    this.steps.reach('run_begun');
    for (const part of partsFor(schedule, window)) await this.grantPart(award, part);
    this.steps.reach('granted');
    if (schedule.approval !== 'manual') {
      const here = this.clock.now();
      const workspace = await nowIn(window.workspace, this.clocks, this.clock);
      await this.grants.approveAll(run, run.schedule, { workspace, here });
    }
    this.steps.reach('approved');
    await this.grants.finishRun(run, this.clock.now());
  }

  private async grantPart(award: Award, part: string): Promise<void> {
    const { schedule, board, window, program } = award;
    const total = part === '' ? (window.total ?? 0) : (window.parts?.[part] ?? 0);
    const { order, numbering } = board;
    const final = { total, order, ...(numbering ? { numbering } : {}) };
    const eligible = findEligible(this.db, window.workspace, program, schedule, window.closesAt);
    let page: Winner<FrozenRow>[] = [];
    for await (const winner of winnersOf(schedule, final, this.rowsOf(window, part))) {
      // Nobody stands in the place of a player who was erased.
      if (winner.row.erased) continue;
      page.push(winner);
      if (page.length < PAGE) continue;
      await this.grantPage(award, part, page, eligible);
      page = [];
    }
    await this.grantPage(award, part, page, eligible);
  }

  private async *rowsOf(window: BoardWindowDocument, part: string): AsyncGenerator<readonly FrozenRow[]> {
    for (let first = 0; ; first += FROZEN_CHUNK) {
      const rows = await this.standings.rows(window, part, first, FROZEN_CHUNK);
      if (rows.length > 0) yield rows;
      if (rows.length < FROZEN_CHUNK) return;
    }
  }

  private async grantPage(
    award: Award,
    part: string,
    winners: readonly Winner<FrozenRow>[],
    eligible: FindEligible | undefined,
  ): Promise<void> {
    if (winners.length === 0) return;
    const isEligible = await eligible?.(winners.map(({ row }) => row.playerId));
    const createdAt = await nowIn(award.window.workspace, this.clocks, this.clock);
    const grants = winners.map((winner) => grantOf(award, part, winner, createdAt, isEligible));
    await this.grants.addMissing(award.window.workspace, grants);
    this.steps.reach('page_granted');
  }
}

/** Parts of the board that have winners of their own; the whole board is the empty one. */
function partsFor({ per }: ReleasedRewardSchedule, { parts = {} }: BoardWindowDocument): string[] {
  if (per === undefined) return [''];
  return Object.keys(parts)
    .filter((part) => part === per || part.startsWith(`${per}:`))
    .sort();
}

function grantOf(
  { schedule, window: { workspace, board, window }, run, program }: Award,
  part: string,
  { row: { playerId, rank, score }, tier }: Winner<FrozenRow>,
  createdAt: number,
  isEligible: ((playerId: string) => boolean) | undefined,
): GrantDocument {
  const cause = { schedule: run.schedule, board, window, part, playerId };
  const grantId = grantIdOf(cause);
  const pending = {
    ...{ _id: grantDocumentId(workspace, grantId), workspace, grantId, ...cause, tier: tier.name, rank, score },
    ...{ rewards: tier.rewards, parts: partsOfRewards(tier.rewards, program), state: 'pending' as const, attempt: 1 },
    ...(schedule.claim ? { claimMs: schedule.claim.withinSeconds * 1_000 } : {}),
    ...{ createdAt, updatedAt: createdAt },
  };
  if (isEligible?.(playerId) ?? true) return pending;
  const detail = `the player is not in the segment "${schedule.eligible?.segment ?? ''}"`;
  return { ...pending, state: 'not_eligible', cause: { code: NOT_IN_SEGMENT, detail } };
}
