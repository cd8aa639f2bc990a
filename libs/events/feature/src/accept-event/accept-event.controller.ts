import { eventErrors } from '@laurel/events-domain';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { kafkaErrors } from '@laurel/platform-kafka';
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { decodeBody } from '../request-body/decode-body.js';
import { JSON_TYPE, readMediaType } from '../request-body/media-type.js';
import { parseJson } from '../request-body/parse-json.js';
import { AcceptEventHandler, type EventReceipt } from './accept-event.handler.js';
import { ACCEPT_EVENT, EVENT_ACCEPTED, IDEMPOTENCY_KEY_HEADER } from './accept-event.openapi.js';

@ApiTags('events')
@Controller('v1/events')
export class AcceptEventController {
  constructor(private readonly handler: AcceptEventHandler) {}

  @ApiOperation(ACCEPT_EVENT)
  @ApiHeader(IDEMPOTENCY_KEY_HEADER)
  @ApiAcceptedResponse(EVENT_ACCEPTED)
  @ApiProblem(eventErrors.malformed, eventErrors.tooLarge, httpErrors.bodyTooLarge, eventErrors.unsupportedBody)
  @ApiProblem(eventErrors.invalid, eventErrors.inFuture, eventErrors.tooOld, kafkaErrors.unavailable)
  @Requires('events:write')
  @HttpCode(202)
  @Post()
  async acceptEvent(
    @Req() { headers, body }: FastifyRequest<{ Body: Buffer | undefined }>,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<EventReceipt> {
    orThrow(readMediaType(headers['content-type'], [JSON_TYPE]));
    const text = orThrow(await decodeBody(body, headers['content-encoding']));
    const event = orThrow(parseJson(text));
    return orThrow(await this.handler.handle(workspace, event, headers['idempotency-key']?.toString()));
  }
}
