import { Audited, type Credential, CurrentCredential, Requires, actorOf } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { kafkaErrors } from '@laurel/platform-kafka';
import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { getEventErrors } from '../get-event/get-event.errors.js';
import { parseReceipt } from '../get-event/receipt.js';
import { VoidAcceptedDto, VoidEventDto, VoidEventQueryDto } from './void-event.dto.js';
import { voidEventErrors } from './void-event.errors.js';
import { VoidEventHandler } from './void-event.handler.js';

@ApiTags('events')
@Controller('v1/events')
export class VoidEventController {
  constructor(private readonly handler: VoidEventHandler) {}

  @ApiOperation({
    summary: 'Take an event back',
    description:
      'Stats, balances and leaderboards become what the player’s other events lead to, each decided again by the release of its ' +
      'time; balances by compensating ledger entries. The history keeps the event and the void. It can’t be undone: the event’s ' +
      'id stays used. Ordered again, it answers the same and has no further effect; the first reason stands.',
  })
  @ApiParam({ name: 'id', description: 'The event’s id.', example: 'match-2014-08-16-arsenal' })
  @ApiAcceptedResponse({ type: VoidAcceptedDto, description: 'The void is in the log and will be carried out.' })
  @ApiProblem(getEventErrors.notFound, voidEventErrors.nothingToVoid, voidEventErrors.playerMerged)
  @ApiProblem(httpErrors.invalidInput, kafkaErrors.unavailable)
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @Audited('events.void', { after: ({ body }) => body })
  @Requires('events:void')
  @HttpCode(202)
  @Post(':id/void')
  async voidEvent(
    @Param('id') eventId: string,
    @Body() { playerId, reason }: VoidEventDto,
    @Query() { receipt }: VoidEventQueryDto,
    @CurrentCredential() credential: Credential,
  ): Promise<VoidAcceptedDto> {
    const by = actorOf(credential).id;
    const place = receipt === undefined ? undefined : parseReceipt(receipt);
    const { workspace } = credential;
    return orThrow(await this.handler.handle({ workspace, eventId, playerId, reason, by, receipt: place }));
  }
}
