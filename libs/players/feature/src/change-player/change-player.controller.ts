import { Audited, type Credential, CurrentCredential } from '@laurel/platform-auth';
import { ApiProblem, type OrderAcceptedDto, orThrow } from '@laurel/platform-http';
import { Body, Controller, Headers, Param, Patch, Put, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { playerErrors } from '../errors.js';
import type { PlayerDto } from '../get-player/get-player.dto.js';
import { answerOf } from '../order-change/answer-of.js';
import { PlayerOrderRoute } from '../order-change/player-order.decorator.js';
import { readOrder } from '../order-change/read-order.js';
import { ProfileChangeDto } from './change-player.dto.js';
import { ChangePlayerHandler } from './change-player.handler.js';

@Controller('v1/players')
export class ChangePlayerController {
  constructor(private readonly handler: ChangePlayerHandler) {}

  @ApiOperation({
    summary: 'Set all that is known of a player',
    description:
      'What is left out is known no longer. A player who is not there yet is created. Stats, balances and status stay as they are.',
  })
  @PlayerOrderRoute()
  @Audited('players.replace', { after: ({ body }) => body })
  @Put(':id')
  async replacePlayer(
    @Param('id') playerId: string,
    @Body() change: ProfileChangeDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlayerDto | OrderAcceptedDto> {
    const order = orThrow(readOrder(credential, playerId, key));
    return answerOf(await this.handler.handle({ ...order, mode: 'replace', change }), reply);
  }

  @ApiOperation({
    summary: 'Change some of what is known of a player',
    description: 'What is left out stays, attributes each by itself; null takes away.',
  })
  @PlayerOrderRoute()
  @ApiProblem(playerErrors.notFound)
  @Audited('players.change', { after: ({ body }) => body })
  @Patch(':id')
  async mergePlayer(
    @Param('id') playerId: string,
    @Body() change: ProfileChangeDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlayerDto | OrderAcceptedDto> {
    const order = orThrow(readOrder(credential, playerId, key));
    return answerOf(await this.handler.handle({ ...order, mode: 'merge', change }), reply);
  }
}
