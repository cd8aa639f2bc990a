import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { playerErrors } from '../errors.js';
import { PlayerListDto } from '../list-players/list-players.dto.js';
import { CURSOR_PARAMETER, LIMIT_PARAMETER } from '../list-players/list-players.openapi.js';
import { CountedSegmentDto, CountedSegmentListDto, SegmentPlayersQueryDto } from './segments.dto.js';
import { SegmentsHandler } from './segments.handler.js';

@ApiTags('players')
@Controller('v1/segments')
export class SegmentsController {
  constructor(private readonly handler: SegmentsHandler) {}

  @ApiOperation({
    summary: 'List segments with the players that they have now',
    description:
      'Those of the release in force. They are counted in one walk, some seconds ago at most; who changes during it counts as before or after.',
  })
  @ApiOkResponse({ type: CountedSegmentListDto, description: 'All of them, in the order of the program.' })
  @ApiProblem(playerErrors.segmentNotCounted)
  @Requires('players:read')
  @Get()
  async listSegments(@CurrentCredential() { workspace }: Credential): Promise<CountedSegmentListDto> {
    return orThrow(await this.handler.list(workspace));
  }

  @ApiOperation({ summary: 'Count the players of a segment' })
  @ApiParam({ name: 'key', example: 'vips' })
  @ApiOkResponse({ type: CountedSegmentDto, description: 'The segment.' })
  @ApiProblem(playerErrors.segmentNotFound, playerErrors.segmentNotCounted)
  @Requires('players:read')
  @Get(':key')
  async getSegment(
    @Param('key') key: string,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<CountedSegmentDto> {
    return orThrow(await this.handler.get(workspace, key));
  }

  @ApiOperation({
    summary: 'List the players of a segment',
    description:
      'By id. A page looks at a limited number of players: it may be shorter than `limit`, or empty, while `next` is not null.',
  })
  @ApiParam({ name: 'key', example: 'vips' })
  @ApiQuery(LIMIT_PARAMETER)
  @ApiQuery({ ...CURSOR_PARAMETER, description: 'The `next` of a list of the same segment.' })
  @ApiOkResponse({ type: PlayerListDto, description: 'A part of the list.' })
  @ApiProblem(playerErrors.segmentNotFound, httpErrors.invalidInput)
  @Requires('players:read')
  @Get(':key/players')
  async listSegmentPlayers(
    @Param('key') key: string,
    @Query() query: SegmentPlayersQueryDto,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<PlayerListDto> {
    return orThrow(await this.handler.players(workspace, key, query));
  }
}
