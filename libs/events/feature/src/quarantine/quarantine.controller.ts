import type { QuarantineDocument } from '@laurel/contracts';
import { toIso } from '@laurel/kernel';
import { Audited, type Credential, CurrentCredential, Requires, actorOf } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { kafkaErrors } from '@laurel/platform-kafka';
import { Body, Controller, Get, HttpCode, Param, Post, Query, applyDecorators } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { getEventErrors } from '../get-event/get-event.errors.js';
import { listEventsErrors } from '../list-events/list-events.errors.js';
import { ListQuarantineHandler } from './list-quarantine.handler.js';
import {
  ListQuarantineDto,
  QuarantineDto,
  type QuarantinedEventDto,
  ReviewAcceptedDto,
  ReviewEventDto,
} from './quarantine.dto.js';
import { quarantineErrors } from './quarantine.errors.js';
import { type ReviewEvent, ReviewEventHandler } from './review-event.handler.js';

/** What both verdicts have in common. */
const ReviewRoute = (): MethodDecorator =>
  applyDecorators(
    ApiParam({ name: 'id', description: 'The event’s id.', example: 'match-2014-08-16-arsenal' }),
    ApiAcceptedResponse({ type: ReviewAcceptedDto, description: 'The review is in the log and will be carried out.' }),
    ApiProblem(getEventErrors.notFound, quarantineErrors.notHeldBack, kafkaErrors.unavailable, httpErrors.unavailable),
    ApiProblem(httpErrors.invalidInput, httpErrors.malformedRequest),
    ApiProblem(httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge),
    Requires('events:review'),
    HttpCode(202),
  );

@ApiTags('events')
@Controller('v1/quarantine')
export class QuarantineController {
  constructor(
    private readonly list: ListQuarantineHandler,
    private readonly reviews: ReviewEventHandler,
  ) {}

  @ApiOperation({
    summary: 'Events that wait for a review, the longest waiting first',
    description:
      'They would have passed a bound of plausibility of a stat, and have no effect. An event leaves the list when it is released or ' +
      'rejected; `GET /v1/events/{id}` tells of it afterwards.',
  })
  @ApiOkResponse({ type: QuarantineDto, description: 'A part of them.' })
  @ApiProblem(httpErrors.invalidInput, listEventsErrors.invalidCursor, httpErrors.unavailable)
  @Requires('events:review')
  @Get()
  async listQuarantine(
    @Query() query: ListQuarantineDto,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<QuarantineDto> {
    const { entries, ...list } = orThrow(await this.list.execute({ ...query, workspace }));
    return { entries: entries.map(describe), ...list };
  }

  @ApiOperation({
    summary: 'Let an event in that was held back',
    description:
      'It is decided now, as the event that it was, by the release in force, and no bound holds it back. Ordered again, it answers ' +
      'the same and has no further effect.',
  })
  @ReviewRoute()
  @Audited('events.release', { after: ({ body }) => body })
  @Post(':id/release')
  releaseEvent(
    @Param('id') eventId: string,
    @Body() review: ReviewEventDto,
    @CurrentCredential() credential: Credential,
  ): Promise<ReviewAcceptedDto> {
    return this.review('release', eventId, review, credential);
  }

  @ApiOperation({
    summary: 'Leave out for good an event that was held back',
    description: 'It never counts. Ordered again, it answers the same.',
  })
  @ReviewRoute()
  @Audited('events.reject', { after: ({ body }) => body })
  @Post(':id/reject')
  rejectEvent(
    @Param('id') eventId: string,
    @Body() review: ReviewEventDto,
    @CurrentCredential() credential: Credential,
  ): Promise<ReviewAcceptedDto> {
    return this.review('reject', eventId, review, credential);
  }

  private async review(
    verdict: ReviewEvent['verdict'],
    eventId: string,
    { playerId, reason }: ReviewEventDto,
    credential: Credential,
  ): Promise<ReviewAcceptedDto> {
    const { workspace } = credential;
    const by = actorOf(credential).id;
    return orThrow(await this.reviews.handle({ workspace, eventId, playerId, verdict, reason, by }));
  }
}

const describe = ({ workspace: _, _id, ...held }: QuarantineDocument): QuarantinedEventDto => ({
  ...held,
  occurredAt: toIso(held.occurredAt),
  heldAt: toIso(held.heldAt),
});
