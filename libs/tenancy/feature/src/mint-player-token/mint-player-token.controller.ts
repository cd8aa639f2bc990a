import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { toIso } from '@laurel/kernel';
import { Audited, type Credential, CurrentCredential, PlayerTokenSigner, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors } from '@laurel/platform-http';
import { MintPlayerTokenDto, PlayerTokenDto } from './mint-player-token.dto.js';

/** The player need not exist: players are created by their first event. */
@ApiTags('players')
@Controller('v1/player-tokens')
export class MintPlayerTokenController {
  constructor(private readonly signer: PlayerTokenSigner) {}

  @ApiOperation({ summary: 'Mint a player token for a client, with a key' })
  @ApiCreatedResponse({ type: PlayerTokenDto, description: 'The token.' })
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.invalidInput)
  @Audited('player_tokens.mint', { target: ({ body }) => body['playerId'], after: ({ body }) => body })
  @Requires('player_tokens:write')
  @Post()
  mintPlayerToken(
    @Body() { playerId, permissions, boards, expiresInSeconds }: MintPlayerTokenDto,
    @CurrentCredential() { workspace }: Credential,
  ): PlayerTokenDto {
    const { token, expiresAt } = this.signer.sign(workspace, playerId, { permissions, boards }, expiresInSeconds);
    return { token, expiresAt: toIso(expiresAt) };
  }
}
