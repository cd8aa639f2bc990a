import type { GrantDocument } from '@laurel/contracts';
import type { DomainError, Result } from '@laurel/kernel';
import { Audited, type Credential, CurrentCredential, Requires, actorOf } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Body, Controller, HttpCode, Param, Post, applyDecorators } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { rewardErrors } from '../errors.js';
import { describeGrant } from '../grants/describe-grant.js';
import type { GrantMove } from '../grants/grant-store.js';
import { GrantDto } from '../grants/grant.dto.js';
import { ApproveGrantsHandler } from './approve-grants.handler.js';
import { ApproveGrantsDto, ApprovedGrantsDto, GrantReasonDto } from './decide-grant.dto.js';
import { DecideGrantHandler } from './decide-grant.handler.js';
import { RevokeGrantHandler } from './revoke-grant.handler.js';

/** What all orders about one grant have in common. */
const GrantRoute = (): MethodDecorator =>
  applyDecorators(
    ApiParam({ name: 'id', example: 'gr_5f2a9c1e0b7d4c3a8e6f1d2b3c4a5e6f' }),
    ApiAcceptedResponse({ type: GrantDto, description: 'The grant as it is now; what follows is on its way.' }),
    ApiProblem(rewardErrors.grantNotFound, rewardErrors.wrongState, httpErrors.unavailable),
    Requires('rewards:write'),
    HttpCode(202),
  );

/** What routes answer that take a body. */
const TakesBody = (): MethodDecorator =>
  applyDecorators(
    ApiProblem(httpErrors.invalidInput, httpErrors.malformedRequest),
    ApiProblem(httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge),
  );

@ApiTags('rewards')
@Controller('v1/grants')
export class DecideGrantController {
  constructor(
    private readonly decisions: DecideGrantHandler,
    private readonly revocations: RevokeGrantHandler,
    private readonly approvals: ApproveGrantsHandler,
  ) {}

  @ApiOperation({
    summary: 'Approve all that wait of a schedule and a window',
    description: 'Those that are to be claimed can be from then on; the others are paid.',
  })
  @ApiOkResponse({ type: ApprovedGrantsDto, description: 'How many were approved.' })
  @ApiProblem(rewardErrors.scheduleNotFound, httpErrors.unavailable)
  @TakesBody()
  @Audited('grants.approve', { target: ({ body }) => body['source'], after: ({ body }) => body })
  @Requires('rewards:write')
  @HttpCode(200)
  @Post('approve')
  async approveGrants(
    @Body() { source, window }: ApproveGrantsDto,
    @CurrentCredential() credential: Credential,
  ): Promise<ApprovedGrantsDto> {
    const { workspace } = credential;
    return orThrow(await this.approvals.handle({ workspace, source, window, by: actorOf(credential).id }));
  }

  @ApiOperation({
    summary: 'Approve a grant',
    description: 'Of a schedule with `"approval": "manual"`. It answers the same again.',
  })
  @GrantRoute()
  @Audited('grants.approve')
  @Post(':id/approve')
  approveGrant(@Param('id') id: string, @CurrentCredential() credential: Credential): Promise<GrantDto> {
    return this.move(id, credential, { kind: 'approve', by: actorOf(credential).id });
  }

  @ApiOperation({ summary: 'Reject a grant', description: 'One that waits for approval: it is `not_eligible` then.' })
  @GrantRoute()
  @TakesBody()
  @Audited('grants.reject', { after: ({ body }) => body })
  @Post(':id/reject')
  rejectGrant(
    @Param('id') id: string,
    @Body() { reason }: GrantReasonDto,
    @CurrentCredential() credential: Credential,
  ): Promise<GrantDto> {
    return this.move(id, credential, { kind: 'reject', by: actorOf(credential).id, reason });
  }

  @ApiOperation({
    summary: 'Try again to pay a grant that failed',
    description: 'By itself it is tried again five times, with growing pauses.',
  })
  @GrantRoute()
  @Audited('grants.retry')
  @Post(':id/retry')
  retryGrant(@Param('id') id: string, @CurrentCredential() credential: Credential): Promise<GrantDto> {
    return this.move(id, credential, { kind: 'retry' });
  }

  @ApiOperation({
    summary: 'Claim a grant for its player',
    description: 'The player’s own client does it at the ingestion gateway. It answers the same again.',
  })
  @GrantRoute()
  @ApiProblem(rewardErrors.claimExpired)
  @Audited('grants.claim')
  @Post(':id/claim')
  claimGrant(@Param('id') id: string, @CurrentCredential() credential: Credential): Promise<GrantDto> {
    return this.move(id, credential, { kind: 'claim' });
  }

  @ApiOperation({
    summary: 'Take a grant back',
    description:
      'What was paid is balanced out by movements of its own: what was spent meanwhile is a debt. Leaderboards that are sums give it ' +
      'back while their window is open. What was not paid yet is given up. It answers the same again.',
  })
  @GrantRoute()
  @TakesBody()
  @Audited('grants.revoke', { after: ({ body }) => body })
  @Post(':id/revoke')
  async revokeGrant(
    @Param('id') grantId: string,
    @Body() { reason }: GrantReasonDto,
    @CurrentCredential() credential: Credential,
  ): Promise<GrantDto> {
    const { workspace } = credential;
    return answer(await this.revocations.handle({ workspace, grantId, by: actorOf(credential).id, reason }));
  }

  private async move(grantId: string, { workspace }: Credential, move: GrantMove): Promise<GrantDto> {
    return answer(await this.decisions.handle({ workspace, grantId, move }));
  }
}

const answer = (result: Result<GrantDocument, DomainError>): GrantDto => describeGrant(orThrow(result));
