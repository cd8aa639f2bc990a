import type { OrderedStatus } from '@laurel/contracts';
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
import { ChangeStatusDto } from './change-status.dto.js';
import { ChangeStatusHandler } from './change-status.handler.js';

type Answer = Promise<PlayerDto | OrderAcceptedDto>;

@Controller('v1/players')
export class ChangeStatusController {
  constructor(private readonly handler: ChangeStatusHandler) {}

  @ApiOperation({
    summary: 'Suspend a player',
    description:
      'Events of the player are accepted and recorded from then on, and lead to nothing. What the player has stays, on ' +
      'leaderboards too.',
  })
  @PlayerOrderRoute()
  @ApiProblem(playerErrors.notFound)
  @Audited('players.suspend', { after: ({ body: { reason } }) => ({ reason }) })
  @Post(':id/suspend')
  suspendPlayer(
    @Param('id') id: string,
    @Body() { reason }: ChangeStatusDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Answer {
    return this.change('suspended', id, reason, key, credential, reply);
  }

  @ApiOperation({
    summary: 'Ban a player',
    description:
      'As a suspension, and the player leaves every leaderboard in all its windows; who was behind moves up. Stats and balances ' +
      'stay, and the entries are kept for a reinstatement.',
  })
  @PlayerOrderRoute()
  @ApiProblem(playerErrors.notFound)
  @Audited('players.ban', { after: ({ body: { reason } }) => ({ reason }) })
  @Post(':id/ban')
  banPlayer(
    @Param('id') id: string,
    @Body() { reason }: ChangeStatusDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Answer {
    return this.change('banned', id, reason, key, credential, reply);
  }

  @ApiOperation({
    summary: 'Reinstate a player',
    description:
      'Events count again from then on; those that came meanwhile do not. The player is on the leaderboards again as before.',
  })
  @PlayerOrderRoute()
  @ApiProblem(playerErrors.notFound)
  @Audited('players.reinstate', { after: ({ body: { reason } }) => ({ reason }) })
  @Post(':id/reinstate')
  reinstatePlayer(
    @Param('id') id: string,
    @Body() { reason }: ChangeStatusDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Answer {
    return this.change('active', id, reason, key, credential, reply);
  }

  private async change(
    status: OrderedStatus,
    id: string,
    reason: string,
    key: string | undefined,
    credential: Credential,
    reply: FastifyReply,
  ): Answer {
    const order = orThrow(readOrder(credential, id, key));
    return answerOf(await this.handler.handle({ ...order, status, reason }), reply);
  }
}
