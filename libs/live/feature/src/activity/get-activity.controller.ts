import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors } from '@laurel/platform-http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActivityDto, ActivityQueryDto } from './get-activity.dto.js';
import { GetActivityHandler } from './get-activity.handler.js';

@ApiTags('activity')
@Controller('v1/activity')
export class GetActivityController {
  constructor(private readonly handler: GetActivityHandler) {}

  @ApiOperation({
    summary: 'Read how much happens: events, lag, refused effects and active players, over time',
    description:
      'Counted where events are decided, and a few seconds old. Nothing is counted twice; what was decided in the last seconds before ' +
      'a scoring instance crashed may be missing. The history of events is exact: `GET /v1/events`.',
  })
  @ApiOkResponse({ type: ActivityDto, description: 'The figures.' })
  @ApiProblem(httpErrors.invalidInput)
  @Requires('events:read')
  @Get()
  getActivity(
    @Query() { range }: ActivityQueryDto,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<ActivityDto> {
    return this.handler.execute(workspace, range);
  }
}
