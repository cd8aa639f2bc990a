import { eventErrors } from '@laurel/events-domain';
import { type Credential, CurrentCredential, NotAudited, Requires } from '@laurel/platform-auth';
import { ApiProblem, EVENT_STREAM_TYPE, httpErrors, orThrow, streamOutcome } from '@laurel/platform-http';
import { releaseErrors } from '@laurel/releases-domain';
import { Body, Controller, HttpCode, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeDryRun } from './describe-trial.js';
import { DryRunDto } from './dry-run.dto.js';
import { DryRunHandler } from './dry-run.handler.js';
import { DryRunOrderDto } from './dry-run-order.dto.js';
import { DRY_RUN_ANSWERED, DRY_RUN_ORDER } from './dry-run.openapi.js';

@ApiTags('draft')
@Controller('v1/draft/dry-run')
export class DryRunController {
  constructor(private readonly handler: DryRunHandler) {}

  @ApiOperation({
    summary: 'Show what publishing the draft would do to events',
    description:
      'To one `event`, to the `last` recorded ones, or to those of a time (`from`, `to`): exactly one of these. Nothing is written. ' +
      'Recorded events are decided again as if the draft had been published right before the first of them; players start as the ' +
      'history before it leaves them, and what begins anew starts empty. Events that had no effect (duplicates, failed ones) have ' +
      'none here. With `accept: text/event-stream` it tells how far it is. It ends when the client goes away.',
  })
  @ApiBody(DRY_RUN_ORDER)
  @ApiExtraModels(DryRunDto)
  @ApiOkResponse(DRY_RUN_ANSWERED)
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, releaseErrors.invalidProgram, releaseErrors.notFound)
  @ApiProblem(eventErrors.invalid, eventErrors.inFuture, eventErrors.schemaViolation)
  @ApiProblem(releaseErrors.dryRunBusy, releaseErrors.dryRunTooLarge, releaseErrors.dryRunTimeout)
  @ApiProblem(httpErrors.stopping, httpErrors.unavailable)
  @NotAudited('It changes nothing.')
  @Requires('releases:dry_run')
  @HttpCode(200)
  @Post()
  async dryRun(
    @Body() order: DryRunOrderDto,
    @CurrentCredential() { workspace }: Credential,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DryRunDto | StreamableFile> {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort(CLIENT_GONE));
    const started = orThrow(await this.handler.start(workspace, order));
    const run = async (onProgress: (done: number, total: number) => void): Promise<DryRunDto> =>
      describeDryRun(orThrow(await started({ signal: gone.signal, onProgress })));
    if (!request.headers.accept?.includes(EVENT_STREAM_TYPE)) return run(() => undefined);
    const stream = streamOutcome(request.id, (tell) => run((done, total) => tell({ done, total })));
    return new StreamableFile(stream, { type: EVENT_STREAM_TYPE });
  }
}

/** Nobody hears it. */
const CLIENT_GONE = httpErrors.unavailable('The client is gone.');
