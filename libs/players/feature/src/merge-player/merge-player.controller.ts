import { Audited, type Credential, CurrentCredential } from '@laurel/platform-auth';
import { ApiProblem, type OrderAcceptedDto, orThrow } from '@laurel/platform-http';
import { Body, Controller, Headers, Param, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { playerErrors } from '../errors.js';
import type { PlayerDto } from '../get-player/get-player.dto.js';
import { answerOf } from '../order-change/answer-of.js';
import { PlayerOrderRoute } from '../order-change/player-order.decorator.js';
import { readOrder } from '../order-change/read-order.js';
import { MergePlayerDto } from './merge-player.dto.js';
import { MergePlayerHandler } from './merge-player.handler.js';

@Controller('v1/players')
export class MergePlayerController {
  constructor(private readonly handler: MergePlayerHandler) {}

  @ApiOperation({
    summary: 'Merge a player into another one',
    description:
      'For a guest who turns out to be somebody you know. Stats, balances, entries on leaderboards, used limits of rules and ' +
      'attributes that the other one lacks go over, each as if all had been the other one’s; the player is closed for good. The ' +
      'answer is the closed player; the other one follows within moments, and exactly once.',
  })
  @PlayerOrderRoute()
  @ApiProblem(playerErrors.notFound, playerErrors.notActive)
  @Audited('players.merge', { after: ({ body: { into, reason } }) => ({ into, reason }) })
  @Post(':id/merge')
  async mergePlayerInto(
    @Param('id') id: string,
    @Body() { into, reason }: MergePlayerDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlayerDto | OrderAcceptedDto> {
    const order = orThrow(readOrder(credential, id, key));
    return answerOf(await this.handler.handle({ ...order, into, reason }), reply);
  }
}
