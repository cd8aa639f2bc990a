import { parseInstant } from '@laurel/kernel';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { describeRecord } from '../get-event/describe-event.js';
import { EventListDto, ListEventsQueryDto } from './list-events.dto.js';
import { listEventsErrors } from './list-events.errors.js';
import { ListEventsHandler } from './list-events.handler.js';

@ApiTags('events')
@Controller('v1/events')
export class ListEventsController {
  constructor(private readonly handler: ListEventsHandler) {}

  @ApiOperation({
    summary: 'List what became of events, newest first',
    description:
      'By the time of their decision. A walk along `next` skips and repeats nothing of what was recorded when it began, whatever ' +
      'is recorded meanwhile.',
  })
  @ApiOkResponse({ type: EventListDto, description: 'A part of the list.' })
  @ApiProblem(listEventsErrors.invalidCursor, httpErrors.invalidInput)
  @Requires('events:read')
  @Get()
  async listEvents(
    @Query() { from, to, ...query }: ListEventsQueryDto,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<EventListDto> {
    const times = { from: toInstant(from), to: toInstant(to) };
    const { entries, next } = orThrow(await this.handler.execute({ workspace, ...query, ...times }));
    return { entries: entries.map(describeRecord), next };
  }
}

const toInstant = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : parseInstant(text);
