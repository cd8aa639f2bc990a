import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { needsBackfill, releaseErrors } from '@laurel/releases-domain';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { BackfillStore } from '../backfill-players/backfill-store.port.js';
import { RELEASE_PARAM, findRelease } from '../find-release.js';
import { ReleaseStore } from '../release-store.port.js';
import { BackfillDto, toBackfillDto } from './backfill.dto.js';

@ApiTags('releases')
@Controller('v1/releases')
export class GetBackfillController {
  constructor(
    @Inject(ReleaseStore) private readonly store: ReleaseStore,
    @Inject(BackfillStore) private readonly backfills: BackfillStore,
  ) {}

  @ApiOperation({
    summary: 'Get how far the backfill of a release is',
    description:
      'Stats and leaderboards with `"start": "recorded"` that begin with the release, anew or for the first time, are filled ' +
      'player by player with what was recorded before, while events go on.',
  })
  @ApiParam({ name: 'release', ...RELEASE_PARAM })
  @ApiOkResponse({ type: BackfillDto, description: 'How far it is.' })
  @ApiProblem(releaseErrors.notFound, httpErrors.unavailable)
  @Requires('releases:read')
  @Get(':release/backfill')
  async getBackfill(
    @Param('release') number: string,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<BackfillDto> {
    const { release, program } = orThrow(await findRelease(this.store, workspace, number));
    return toBackfillDto(release, needsBackfill(program, release), await this.backfills.find(workspace, release));
  }
}
