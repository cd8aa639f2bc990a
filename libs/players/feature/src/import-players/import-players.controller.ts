import {
  type Credential,
  Audited,
  CurrentCredential,
  RateLimiter,
  Requires,
  actorOf,
  chargeRequest,
} from '@laurel/platform-auth';
import { isSlug, toIso } from '@laurel/kernel';
import {
  ApiProblem,
  type Lines,
  NDJSON_TYPE,
  ProblemException,
  httpErrors,
  lineByLine,
  orThrow,
  requireMediaType,
} from '@laurel/platform-http';
import { kafkaErrors } from '@laurel/platform-kafka';
import { Controller, Get, HttpCode, Optional, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { playerErrors } from '../errors.js';
import { ImportLineDto } from './import-line.dto.js';
import { ImportDto, ImportedLinesDto } from './import-players.dto.js';
import { ImportPlayersHandler, MAX_IMPORT_LINES } from './import-players.handler.js';
import { ImportStore } from './import-store.js';

const ID = {
  name: 'id',
  description: 'What you call the import, a slug: lines under one id are taken over once.',
  example: 'from-the-old-system',
};

@ApiTags('players')
@Controller('v1/imports')
export class ImportPlayersController {
  constructor(
    private readonly handler: ImportPlayersHandler,
    private readonly imports: ImportStore,
    @Optional() private readonly limiter?: RateLimiter,
  ) {}

  @ApiOperation({
    summary: 'Import players from another system',
    description:
      `Up to ${MAX_IMPORT_LINES} lines or 1 MiB of NDJSON, one player a line: send a file in as many requests as it takes. A line that ` +
      'is refused does not touch the others. Each player is taken over once under an import’s id, so whatever is sent again changes ' +
      'nothing; other content for the same player is recorded as a conflict and changes nothing either.',
  })
  @ApiParam(ID)
  @ApiConsumes(NDJSON_TYPE)
  @ApiExtraModels(ImportLineDto)
  @ApiBody({ schema: { type: 'string', description: 'One `ImportedPlayer` (see the schemas) per line.' } })
  @ApiOkResponse({ type: ImportedLinesDto, description: 'What became of the lines.' })
  @ApiProblem(httpErrors.invalidInput, httpErrors.malformedRequest, httpErrors.unsupportedMediaType)
  @ApiProblem(httpErrors.bodyTooLarge, httpErrors.unavailable, kafkaErrors.unavailable)
  @Requires('players:import')
  @Audited('players.import', { after: ({ answer: { accepted } }) => ({ accepted }) })
  @RouteConfig(lineByLine(MAX_IMPORT_LINES))
  @HttpCode(200)
  @Post(':id/players')
  async importPlayers(
    @Param('id') id: string,
    @Req() { headers, body }: FastifyRequest<{ Body: Lines | undefined }>,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentCredential() credential: Credential,
  ): Promise<ImportedLinesDto> {
    orThrow(requireMediaType(headers['content-type'], NDJSON_TYPE));
    const { lines = [] } = body ?? {};
    // The request itself was charged as one line.
    await chargeRequest(this.limiter, credential, Math.max(lines.length - 1, 0), reply);
    const { workspace } = credential;
    const by = actorOf(credential).id;
    return orThrow(await this.handler.handle({ workspace, importId: checkId(id), by, lines }));
  }

  @ApiOperation({ summary: 'How far an import is' })
  @ApiParam(ID)
  @ApiOkResponse({ type: ImportDto, description: 'The import so far.' })
  @ApiProblem(playerErrors.importNotFound, httpErrors.invalidInput, httpErrors.unavailable)
  @Requires('players:import')
  @Get(':id')
  async getImport(@Param('id') id: string, @CurrentCredential() { workspace }: Credential): Promise<ImportDto> {
    const found = await this.imports.find(workspace, checkId(id));
    if (!found) throw new ProblemException(playerErrors.importNotFound('No line was sent under this id.'));
    const { startedAt, updatedAt, ...rest } = found;
    const state = found.remaining === 0 ? 'applied' : 'applying';
    return { ...rest, state, startedAt: toIso(startedAt), updatedAt: toIso(updatedAt) };
  }
}

function checkId(id: string): string {
  if (isSlug(id)) return id;
  const errors = [{ path: '/id', rule: 'slug', message: 'must be lower case letters, digits, _ and -, at most 63' }];
  throw new ProblemException(httpErrors.invalidInput('See `errors` for what to change.', { errors }));
}
