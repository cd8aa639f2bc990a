import { Readable } from 'node:stream';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, NDJSON_TYPE, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { boardReadErrors } from '../errors.js';
import { type ExportFormat, ExportWindowHandler } from './export-window.handler.js';

const CSV_TYPE = 'text/csv; charset=utf-8; header=present';
const FORMATS: readonly ExportFormat[] = ['ndjson', 'csv'];

export class ExportWindowQueryDto {
  @ApiProperty({ required: false, enum: FORMATS, default: 'ndjson' })
  @IsIn(FORMATS)
  readonly format: ExportFormat = 'ndjson';
}

@ApiTags('leaderboards')
@Controller('v1/leaderboards/:key/windows/:window/export')
export class ExportWindowController {
  constructor(private readonly handler: ExportWindowHandler) {}

  @ApiOperation({
    summary: 'Export the final standings of a window',
    description:
      'All rows in rank order, as lines of JSON or as CSV, however many there are. In CSV, a player id that a spreadsheet would take ' +
      "for a formula has a `'` in front.",
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' })
  @ApiParam({ name: 'window', description: 'Key of a window that has closed.', example: '2026-W47' })
  @ApiProduces(NDJSON_TYPE, 'text/csv')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'The rows.' })
  @ApiProblem(boardReadErrors.boardNotFound, boardReadErrors.windowNotFound, boardReadErrors.windowNotFinal)
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Requires('players:export')
  @Get()
  async exportWindow(
    @Param('key') key: string,
    @Param('window') window: string,
    @Query() { format }: ExportWindowQueryDto,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<StreamableFile> {
    const text = orThrow(await this.handler.execute(workspace, key, window, format));
    const disposition = `attachment; filename="${key}-${window.replaceAll(/[^\w.-]/g, '_')}.${format}"`;
    // A page at a time: the stream asks for the next when the socket has taken what it has.
    const type = format === 'csv' ? CSV_TYPE : NDJSON_TYPE;
    return new StreamableFile(Readable.from(text, { highWaterMark: 1 }), { type, disposition });
  }
}
