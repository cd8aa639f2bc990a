import { AuditNote, Audited, type Credential, CurrentAudit, CurrentCredential } from '@laurel/platform-auth';
import { ApiProblem, type OrderAcceptedDto, orThrow } from '@laurel/platform-http';
import { Body, Controller, Headers, Param, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { playerErrors } from '../errors.js';
import type { PlayerDto } from '../get-player/get-player.dto.js';
import { answerOf } from '../order-change/answer-of.js';
import { PlayerOrderRoute } from '../order-change/player-order.decorator.js';
import { readOrder } from '../order-change/read-order.js';
import { amountsAround } from './amounts-around.js';
import { CorrectPlayerDto } from './correct-player.dto.js';
import { CorrectPlayerHandler } from './correct-player.handler.js';

@Controller('v1/players')
export class CorrectPlayerController {
  constructor(private readonly handler: CorrectPlayerHandler) {}

  @ApiOperation({
    summary: 'Correct balances and stats',
    description:
      'Adds to what a player has, or takes away: all of it or, where a part is refused, nothing. Each balance moves by an entry of the ' +
      'ledger that says why and by whom, and none below zero. Leaderboards that sum a stat move in the windows that run; a place on one ' +
      'of them alone is put right by adjusting it. Players who are suspended or banned can be corrected too.',
  })
  @PlayerOrderRoute()
  @ApiProblem(playerErrors.notFound, playerErrors.correctionRefused)
  @Audited('players.correct')
  @Post(':id/corrections')
  async correctPlayer(
    @Param('id') id: string,
    @Body() correction: CorrectPlayerDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCredential() credential: Credential,
    @CurrentAudit() audit: AuditNote,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlayerDto | OrderAcceptedDto> {
    const { reason } = correction;
    const order = orThrow(readOrder(credential, id, key));
    const outcome = await this.handler.handle({ ...order, correction });
    const ordered = orThrow(outcome);
    if (ordered.kind === 'done') {
      const { before, after } = amountsAround(ordered.effects);
      audit.before = before;
      audit.after = { ...after, reason };
    } else {
      const { stats, balances } = correction;
      audit.after = { ordered: { stats, balances }, reason };
    }
    return answerOf(outcome, reply);
  }
}
