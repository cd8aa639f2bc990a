import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, orThrow } from '@laurel/platform-http';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { playerErrors } from '../errors.js';
import { describeToPlayer } from './describe-player.js';
import { PlayerDto } from './get-player.dto.js';
import { GetPlayerHandler } from './get-player.handler.js';

@ApiTags('players')
@Controller('v1/players')
export class GetPlayerController {
  constructor(private readonly handler: GetPlayerHandler) {}

  @ApiOperation({
    summary: 'Read a player: profile, status, stats and balances',
    description: 'With a player token, of its own player only.',
  })
  @ApiParam({ name: 'id', example: 'arsenal' })
  @ApiOkResponse({ type: PlayerDto, description: 'The player.' })
  @ApiProblem(playerErrors.notFound)
  @Requires('players:read', { ownPlayer: 'id' })
  @Get(':id')
  async getPlayer(@Param('id') id: string, @CurrentCredential() { workspace, kind }: Credential): Promise<PlayerDto> {
    const player = orThrow(await this.handler.execute(workspace, id));
    return kind === 'player_token' ? describeToPlayer(player) : player;
  }
}
