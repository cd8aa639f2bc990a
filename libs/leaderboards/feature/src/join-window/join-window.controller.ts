import { type Credential, CurrentCredential, Requires, actorOf, authErrors, reachesBoard } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, OrderAcceptedDto, orThrow } from '@laurel/platform-http';
import { kafkaErrors } from '@laurel/platform-kafka';
import { scoringErrors } from '@laurel/scoring-domain';
import { Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { isPublic } from '../board-directory/is-public.js';
import { boardReadErrors } from '../errors.js';
import { ORDER_REFUSALS } from '../order-standing/order-refusals.js';
import { JoinWindowParams, WindowJoinedDto } from './join-window.dto.js';
import { JoinWindowHandler } from './join-window.handler.js';

@ApiTags('leaderboards')
@Controller('v1/leaderboards')
export class JoinWindowController {
  constructor(private readonly handler: JoinWindowHandler) {}

  @ApiOperation({
    summary: 'Join a window of a leaderboard',
    description:
      'For leaderboards with `"joining": "opt_in"`: results count from then on. The windows that are running can be joined, and ' +
      'the next one of each kind. A player token joins for its own player.',
  })
  @ApiOkResponse({ type: WindowJoinedDto, description: 'The player is in the window, now or already.' })
  @ApiAcceptedResponse({
    type: OrderAcceptedDto,
    description: 'The order is in the event log and will be carried out; it was not within 5 seconds.',
  })
  @ApiProblem(
    boardReadErrors.boardNotFound,
    boardReadErrors.windowNotFound,
    boardReadErrors.notJoinable,
    boardReadErrors.serverOnly,
  )
  @ApiProblem(...ORDER_REFUSALS, scoringErrors.windowTooEarly, authErrors.boardForbidden)
  @ApiProblem(kafkaErrors.unavailable, httpErrors.invalidInput)
  @Requires('events:write', { ownPlayer: 'id' })
  @HttpCode(200)
  @Post(':key/windows/:window/players/:id')
  async joinWindow(
    @Param() { key: board, window, id: playerId }: JoinWindowParams,
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WindowJoinedDto | OrderAcceptedDto> {
    orThrow(reachesBoard(credential, board));
    const { workspace } = credential;
    const outcome = orThrow(
      await this.handler.handle({
        workspace,
        board,
        window,
        playerId,
        isPublic: isPublic(credential),
        by: actorOf(credential).id,
      }),
    );
    if (outcome.status === 'accepted') void reply.status(202);
    return outcome;
  }
}
