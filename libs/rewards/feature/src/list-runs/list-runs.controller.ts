import { err, toIso } from '@laurel/kernel';
import { boardKeyOf } from '@laurel/leaderboards-domain';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, PageQueryDto, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { rewardErrors } from '../errors.js';
import { GrantStore, type RunWithTotals } from '../grants/grant-store.js';
import { type RewardRunDto, RewardRunPageDto } from './list-runs.dto.js';

const NOT_FOUND = rewardErrors.scheduleNotFound('No release of this workspace has a reward schedule of this key.');

@ApiTags('rewards')
@Controller('v1/reward-schedules')
export class ListRunsController {
  constructor(private readonly grants: GrantStore) {}

  @ApiOperation({
    summary: 'List the windows that a reward schedule was for, newest first',
    description:
      'With how far each is: who won, and what is given and still to be given. Empty before the first one ended.',
  })
  @ApiParam({ name: 'key', example: 'weekly-prizes' })
  @ApiOkResponse({ type: RewardRunPageDto, description: 'A page of windows.' })
  @ApiProblem(rewardErrors.scheduleNotFound, httpErrors.invalidInput, httpErrors.unavailable)
  @Requires('rewards:read')
  @Get(':key/runs')
  async listRewardRuns(
    @Param('key') source: string,
    @Query() { limit, cursor }: PageQueryDto,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<RewardRunPageDto> {
    if (!(await this.grants.hasSchedule(workspace, source))) orThrow(err(NOT_FOUND));
    const page = orThrow(await this.grants.runs({ workspace, source, limit, cursor }));
    return { ...page, entries: page.entries.map(describe) };
  }
}

const describe = (run: RunWithTotals): RewardRunDto => ({
  leaderboard: boardKeyOf(run.board),
  window: run.window,
  release: run.release,
  state: run.state,
  winners: run.winners ?? {},
  totals: run.totals,
  startedAt: toIso(run.createdAt),
  ...(run.finishedAt === undefined ? {} : { finishedAt: toIso(run.finishedAt) }),
});
