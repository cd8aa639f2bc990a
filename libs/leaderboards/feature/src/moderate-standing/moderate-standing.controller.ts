import { Audited, type Credential, CurrentCredential, Requires, actorOf } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, OrderAcceptedDto, orThrow } from '@laurel/platform-http';
import { kafkaErrors } from '@laurel/platform-kafka';
import { scoringErrors } from '@laurel/scoring-domain';
import { Body, Controller, Headers, HttpCode, Param, Post, Res, applyDecorators } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { FrozenAct } from '../correct-frozen/frozen-corrections.js';
import { boardReadErrors } from '../errors.js';
import { orderKey } from '../order-standing/order-key.js';
import { ORDER_REFUSALS } from '../order-standing/order-refusals.js';
import { StandingParams } from '../order-standing/standing-order.dto.js';
import {
  AdjustStandingDto,
  CorrectedStandingDto,
  HideStandingDto,
  ModeratedStandingDto,
  RemoveStandingDto,
} from './moderate-standing.dto.js';
import { ModerateStandingHandler } from './moderate-standing.handler.js';

type Answer = Promise<ModeratedStandingDto | CorrectedStandingDto | OrderAcceptedDto>;

/** Who gives an order, under which key, and whom the answer goes to. */
interface Caller {
  readonly credential: Credential;
  readonly key: string | undefined;
  readonly reply: FastifyReply;
}

/** What these routes have in common: who may, and all that they answer with. */
const ModerationRoute = (): MethodDecorator =>
  applyDecorators(
    ApiExtraModels(ModeratedStandingDto, CorrectedStandingDto),
    ApiOkResponse({
      schema: { oneOf: [ModeratedStandingDto, CorrectedStandingDto].map((type) => ({ $ref: getSchemaPath(type) })) },
      description:
        'It was done: what the player has on the leaderboard now, or the correction of a window that has ended.',
    }),
    ApiAcceptedResponse({
      type: OrderAcceptedDto,
      description: 'The order is in the event log and will be carried out; it was not within 5 seconds.',
    }),
    ApiProblem(boardReadErrors.boardNotFound, boardReadErrors.windowNotFound, boardReadErrors.playerNotFound),
    ApiProblem(boardReadErrors.windowNotFinal, boardReadErrors.correctionTooLarge, scoringErrors.noStanding),
    ApiProblem(...ORDER_REFUSALS, kafkaErrors.unavailable, httpErrors.unavailable),
    ApiProblem(httpErrors.invalidInput, httpErrors.malformedRequest),
    ApiProblem(httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge),
    Requires('players:write'),
    HttpCode(200),
  );

const REASON = { after: ({ body }: { readonly body: object }) => body };

@ApiTags('moderation')
@Controller('v1/leaderboards')
export class ModerateStandingController {
  constructor(private readonly handler: ModerateStandingHandler) {}

  @ApiOperation({
    summary: 'Hide a player on a leaderboard',
    description:
      'The player leaves the ranks in all open windows and stays off them in those to come; results count on, unseen. Who was ' +
      'behind moves up. With `window`, one that has ended: its final standings are corrected. Rewards that ' +
      'were granted for them stay.',
  })
  @ModerationRoute()
  @Audited('standings.hide', REASON)
  @Post(':key/players/:id/hide')
  hideStanding(
    @Param() params: StandingParams,
    @Body() { reason, window }: HideStandingDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Answer {
    return this.moderate(params, window, reason, { kind: 'hide' }, { credential, key, reply });
  }

  @ApiOperation({
    summary: 'Show a hidden player again',
    description: 'The player is on the ranks again with all that was won meanwhile.',
  })
  @ModerationRoute()
  @Audited('standings.unhide', REASON)
  @Post(':key/players/:id/unhide')
  unhideStanding(
    @Param() params: StandingParams,
    @Body() { reason, window }: HideStandingDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Answer {
    return this.moderate(params, window, reason, { kind: 'unhide' }, { credential, key, reply });
  }

  @ApiOperation({
    summary: 'Remove a player’s entry from a window',
    description:
      'Results that come afterwards begin a new entry: hide or ban who should not come back. The stats behind the entry stay. In ' +
      'a window that has ended, the final standings are corrected.',
  })
  @ModerationRoute()
  @Audited('standings.remove', REASON)
  @Post(':key/players/:id/remove')
  removeStanding(
    @Param() params: StandingParams,
    @Body() { reason, window }: RemoveStandingDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Answer {
    return this.moderate(params, window, reason, { kind: 'remove' }, { credential, key, reply });
  }

  @ApiOperation({
    summary: 'Adjust a player’s score in a window',
    description:
      'Adds to the numbers of the entry, or sets them; an entry that is not there is made. The stats behind it stay, and later ' +
      'results build on the new numbers. In a window that has ended, the final standings are corrected.',
  })
  @ModerationRoute()
  @Audited('standings.adjust', REASON)
  @Post(':key/players/:id/adjust')
  adjustStanding(
    @Param() params: StandingParams,
    @Body() { reason, window, mode, score, columns }: AdjustStandingDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Answer {
    return this.moderate(params, window, reason, { kind: 'adjust', mode, score, columns }, { credential, key, reply });
  }

  private async moderate(
    { key: board, id: playerId }: StandingParams,
    window: string | undefined,
    reason: string,
    act: FrozenAct,
    { credential, key, reply }: Caller,
  ): Answer {
    const order = { workspace: credential.workspace, playerId, key: orderKey(key), by: actorOf(credential).id };
    const outcome = orThrow(await this.handler.handle({ ...order, board, window, reason, act }));
    if (outcome.kind === 'done') return outcome.standing;
    void reply.status(202);
    return outcome.accepted;
  }
}
