import {
  type AuditNote,
  Audited,
  type Credential,
  CurrentAudit,
  CurrentCredential,
  Requires,
} from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { kafkaErrors } from '@laurel/platform-kafka';
import { Controller, Delete, Headers, HttpCode, Param, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { playerErrors } from '../errors.js';
import { readOrder } from '../order-change/read-order.js';
import { EraseQuery, ErasureAcceptedDto, PlayerErasedDto } from './erase-player.dto.js';
import { ErasePlayerHandler } from './erase-player.handler.js';

@ApiTags('players')
@Controller('v1/players')
export class ErasePlayerController {
  constructor(private readonly handler: ErasePlayerHandler) {}

  @ApiOperation({
    summary: 'Erase a player for good',
    description:
      'State, history, ledger and what the audit log says of the player go; the player leaves every leaderboard, and who was ' +
      'behind moves up. Who was merged into the player is erased too. Nothing brings the player back: what is sent under this id afterwards is refused. All that stays is a ' +
      'keyed hash of the id. Export the player first if you have to hand the data over. The event log forgets by its retention.',
  })
  @ApiParam({ name: 'id', description: 'Your own id of the player.', example: 'arsenal' })
  @ApiOkResponse({ type: PlayerErasedDto, description: 'The player is erased, now or since long.' })
  @ApiAcceptedResponse({
    type: ErasureAcceptedDto,
    description: 'The order is in the event log and will be carried out; it was not within 5 seconds.',
  })
  @ApiProblem(playerErrors.notFound, playerErrors.keyInUse, playerErrors.changeFailed, httpErrors.invalidInput)
  @ApiProblem(kafkaErrors.unavailable, httpErrors.unavailable)
  @Audited('players.erase', { target: ({ answer }) => answer['tombstone'] })
  @Requires('players:erase')
  @HttpCode(200)
  @Delete(':id')
  async erasePlayer(
    @Param('id') id: string,
    @Query() { reason }: EraseQuery,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCredential() credential: Credential,
    @CurrentAudit() audit: AuditNote,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlayerErasedDto | ErasureAcceptedDto> {
    const order = orThrow(readOrder(credential, id, key));
    const outcome = orThrow(await this.handler.handle({ ...order, reason }));
    if (reason !== undefined) audit.after = { reason };
    if (outcome.status === 'accepted') void reply.status(202);
    return outcome;
  }
}
