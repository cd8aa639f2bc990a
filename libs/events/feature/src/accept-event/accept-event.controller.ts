import { eventErrors } from '@laurel/events-domain';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { kafkaErrors } from '@laurel/platform-kafka';
import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { senderOf } from '../event-log/sender.js';
import type { EventReceipt } from '../event-log/taken-event.js';
import type { OutcomeDto } from '../wait-for-outcome/outcome.dto.js';
import { OUTCOME_ANSWERED, PREFER_HEADER } from '../wait-for-outcome/prefer-wait.openapi.js';
import { readPreferWait } from '../wait-for-outcome/prefer-wait.js';
import { WaitForOutcomeHandler } from '../wait-for-outcome/wait-for-outcome.handler.js';
import { AcceptEventHandler } from './accept-event.handler.js';
import { ACCEPT_EVENT, EVENT_ACCEPTED, IDEMPOTENCY_KEY_HEADER } from './accept-event.openapi.js';
import { readEvent } from './read-event.js';

@ApiTags('events')
@Controller('v1/events')
export class AcceptEventController {
  constructor(
    private readonly handler: AcceptEventHandler,
    private readonly outcomes: WaitForOutcomeHandler,
  ) {}

  @ApiOperation(ACCEPT_EVENT)
  @ApiHeader(IDEMPOTENCY_KEY_HEADER)
  @ApiHeader(PREFER_HEADER)
  @ApiOkResponse(OUTCOME_ANSWERED)
  @ApiAcceptedResponse(EVENT_ACCEPTED)
  @ApiProblem(eventErrors.malformed, eventErrors.tooLarge, httpErrors.bodyTooLarge, eventErrors.unsupportedBody)
  @ApiProblem(eventErrors.invalid, eventErrors.inFuture, eventErrors.tooOld, eventErrors.playerRateLimited)
  @ApiProblem(eventErrors.otherPlayer, eventErrors.typeNotForClients, eventErrors.schemaViolation)
  @ApiProblem(kafkaErrors.unavailable, eventErrors.typesUnavailable)
  @Requires('events:write', { playerTokens: true })
  @HttpCode(202)
  @Post()
  async acceptEvent(
    @Req() request: FastifyRequest<{ Body: Buffer | undefined }>,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentCredential() credential: Credential,
  ): Promise<EventReceipt | OutcomeDto> {
    const { input: event, form } = orThrow(await readEvent(request));
    const { headers } = request;
    const sender = senderOf(credential, form);
    // Another form brings an identity of its own.
    const idempotencyKey = form ? undefined : headers['idempotency-key']?.toString();
    const wait = credential.permissions.includes('events:read') ? readPreferWait(headers['prefer']) : undefined;
    if (wait === undefined || !this.outcomes.canWait()) {
      return orThrow(await this.handler.handle(sender, event, idempotencyKey));
    }
    const answer = orThrow(await this.outcomes.handle(sender, event, idempotencyKey, wait));
    void reply.header('preference-applied', `wait=${wait}`).status(answer.status === 'accepted' ? 202 : 200);
    return answer;
  }
}
