import { Readable } from 'node:stream';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { playerErrors } from '../errors.js';
import { ExportPlayerHandler } from './export-player.handler.js';

const NDJSON = 'application/x-ndjson';

@ApiTags('players')
@Controller('v1/players')
export class ExportPlayerController {
  constructor(private readonly handler: ExportPlayerHandler) {}

  @ApiOperation({
    summary: 'Export everything that is held of a player',
    description:
      'Lines of JSON, each with its `kind`: the `player`, every entry of the `ledger`, every `event` with what was sent and what ' +
      'it led to, and the `end` with the number of lines before it. An export without its end is not whole.',
  })
  @ApiParam({ name: 'id', example: 'arsenal' })
  @ApiProduces(NDJSON)
  @ApiOkResponse({ schema: { type: 'string' }, description: 'One line for each thing.' })
  @ApiProblem(playerErrors.notFound, httpErrors.unavailable)
  @Requires('players:export')
  @Get(':id/export')
  async exportPlayer(@Param('id') id: string, @CurrentCredential() { workspace }: Credential): Promise<StreamableFile> {
    const lines = orThrow(await this.handler.execute(workspace, id));
    // One line at a time: the stream asks for the next when the socket has taken what it has.
    return new StreamableFile(Readable.from(lines, { highWaterMark: 16 }), { type: NDJSON });
  }
}
