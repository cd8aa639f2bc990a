import { eventErrors } from '@laurel/events-domain';
import { type Credential, CurrentCredential, RateLimiter, Requires, chargeRequest } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { kafkaErrors } from '@laurel/platform-kafka';
import { Controller, HttpCode, Optional, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLOUD_EVENT } from '../cloud-events/cloud-event.js';
import { senderOf } from '../event-log/sender.js';
import { decodeBody } from '../request-body/decode-body.js';
import { CLOUD_EVENTS_BATCH_TYPE, JSON_TYPE, NDJSON_TYPE, readMediaType } from '../request-body/media-type.js';
import { AcceptBatchHandler, type BatchReceipt } from './accept-batch.handler.js';
import { ACCEPT_BATCH, BATCH_ANSWERED } from './accept-batch.openapi.js';
import { readBatch } from './batch-items.js';

@ApiTags('events')
@Controller('v1/events/batch')
export class AcceptBatchController {
  constructor(
    private readonly handler: AcceptBatchHandler,
    @Optional() private readonly limiter?: RateLimiter,
  ) {}

  @ApiOperation(ACCEPT_BATCH)
  @ApiAcceptedResponse(BATCH_ANSWERED)
  @ApiProblem(eventErrors.malformed, eventErrors.invalid, eventErrors.unsupportedBody)
  @ApiProblem(eventErrors.tooLarge, httpErrors.bodyTooLarge, kafkaErrors.unavailable, eventErrors.typesUnavailable)
  @Requires('events:write', { playerTokens: true })
  @HttpCode(202)
  @Post()
  async acceptBatch(
    @Req() { headers, body }: FastifyRequest<{ Body: Buffer | undefined }>,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentCredential() credential: Credential,
  ): Promise<BatchReceipt> {
    const type = orThrow(readMediaType(headers['content-type'], [JSON_TYPE, NDJSON_TYPE, CLOUD_EVENTS_BATCH_TYPE]));
    const text = orThrow(await decodeBody(body, headers['content-encoding']));
    const items = orThrow(readBatch(text, type));
    // The request itself was charged as one event. A batch that is more than what is left is refused whole.
    await chargeRequest(this.limiter, credential, Math.max(items.length - 1, 0), reply);
    const form = type === CLOUD_EVENTS_BATCH_TYPE ? CLOUD_EVENT : undefined;
    return orThrow(await this.handler.handle(senderOf(credential, form), items));
  }
}
