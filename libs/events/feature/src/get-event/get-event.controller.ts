import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiParam, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { AcceptedEventDto, DecidedEventDto, GetEventQueryDto } from './get-event.dto.js';
import { getEventErrors } from './get-event.errors.js';
import { GetEventHandler } from './get-event.handler.js';
import { parseReceipt } from './receipt.js';

@ApiTags('events')
@Controller('v1/events')
export class GetEventController {
  constructor(private readonly handler: GetEventHandler) {}

  @ApiOperation({
    summary: 'Ask what became of an event',
    description: 'Which rules matched, why others did not, and what it changed.',
  })
  @ApiParam({ name: 'id', description: 'The event’s id.', example: 'match-2014-08-16-arsenal' })
  @ApiExtraModels(DecidedEventDto, AcceptedEventDto)
  @ApiOkResponse({
    description: 'What became of the event.',
    schema: { oneOf: [{ $ref: getSchemaPath(DecidedEventDto) }, { $ref: getSchemaPath(AcceptedEventDto) }] },
  })
  @ApiProblem(getEventErrors.notFound, getEventErrors.ambiguousId, httpErrors.invalidInput)
  @Requires('events:read')
  @Get(':id')
  async getEvent(
    @Param('id') eventId: string,
    @Query() { playerId, receipt }: GetEventQueryDto,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<DecidedEventDto | AcceptedEventDto> {
    const query = { workspace, eventId, playerId, receipt: receipt === undefined ? undefined : parseReceipt(receipt) };
    return orThrow(await this.handler.execute(query));
  }
}
