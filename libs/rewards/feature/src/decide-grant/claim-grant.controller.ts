import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { rewardErrors } from '../errors.js';
import { describeGrant, describeToPlayer } from '../grants/describe-grant.js';
import { GrantDto } from '../grants/grant.dto.js';
import { DecideGrantHandler } from './decide-grant.handler.js';

@ApiTags('rewards')
@Controller('v1/players')
export class ClaimGrantController {
  constructor(private readonly decisions: DecideGrantHandler) {}

  @ApiOperation({
    summary: 'Claim what a player was given',
    description: 'With a player token, of its own player only. It is paid within moments, and answers the same again.',
  })
  @ApiParam({ name: 'id', example: 'arsenal' })
  @ApiParam({ name: 'grantId', example: 'gr_5f2a9c1e0b7d4c3a8e6f1d2b3c4a5e6f' })
  @ApiAcceptedResponse({ type: GrantDto, description: 'The grant; its payment is on its way.' })
  @ApiProblem(rewardErrors.grantNotFound, rewardErrors.wrongState, rewardErrors.claimExpired, httpErrors.unavailable)
  @Requires('rewards:claim', { ownPlayer: 'id' })
  @HttpCode(202)
  @Post(':id/grants/:grantId/claim')
  async claimPlayerGrant(
    @Param('id') playerId: string,
    @Param('grantId') grantId: string,
    @CurrentCredential() { workspace, kind }: Credential,
  ): Promise<GrantDto> {
    const order = { workspace, grantId, playerId, move: { kind: 'claim' } } as const;
    const grant = describeGrant(orThrow(await this.decisions.handle(order)));
    return kind === 'player_token' ? describeToPlayer(grant) : grant;
  }
}
