import { type Clock, type DomainError, type Result, WorkspaceClocks, err, nowIn, ok } from '@laurel/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { REWARDS_CLOCK } from '../clock.js';
import { rewardErrors } from '../errors.js';
import { GrantStore } from '../grants/grant-store.js';
import type { ApprovedGrantsDto } from './decide-grant.dto.js';

export interface ApproveGrants {
  readonly workspace: string;
  /** Key of the schedule. */
  readonly source: string;
  readonly window: string;
  readonly by: string;
}

/** Approves all grants that wait of a schedule and a window, also those of incarnations of the schedule that are gone. */
@Injectable()
export class ApproveGrantsHandler {
  constructor(
    private readonly grants: GrantStore,
    private readonly clocks: WorkspaceClocks,
    @Inject(REWARDS_CLOCK) private readonly clock: Clock,
  ) {}

  /** Error: `rewards.schedule_not_found` where the schedule has nothing for the window. */
  async handle({ workspace, source, window, by }: ApproveGrants): Promise<Result<ApprovedGrantsDto, DomainError>> {
    const runs = await this.grants.runsOf(workspace, source, window);
    if (runs.length === 0) {
      return err(rewardErrors.scheduleNotFound('No reward schedule of this key has given anything for this window.'));
    }
    const times = { workspace: await nowIn(workspace, this.clocks, this.clock), here: this.clock.now() };
    let approved = 0;
    for (const run of runs) approved += await this.grants.approveAll(run, by, times);
    return ok({ approved });
  }
}
