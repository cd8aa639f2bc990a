import { type DomainError, err, toIso } from '@laurel/kernel';
import { Audited, type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { kafkaErrors } from '@laurel/platform-kafka';
import { Controller, Get, HttpCode, Param, Post, Query, applyDecorators } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { DeadLetter, OpenedLetter } from './dead-letter.js';
import {
  type DeadLetterDto,
  DeadLetterListDto,
  DeadLetterReplayedDto,
  ListDeadLettersDto,
  OpenedDeadLetterDto,
} from './dead-letters.dto.js';
import { deadLetterErrors } from './dead-letters.errors.js';
import { ListDeadLettersHandler, answered } from './list-dead-letters.handler.js';
import { ReplayDeadLettersHandler } from './replay-dead-letters.handler.js';

const LetterParam = (): MethodDecorator =>
  applyDecorators(
    ApiParam({ name: 'id', description: 'Partition and offset of the message.', example: '3:1042' }),
    ApiProblem(deadLetterErrors.notFound, kafkaErrors.unavailable),
  );

@ApiTags('events')
@Controller('v1/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly letters: ListDeadLettersHandler,
    private readonly replays: ReplayDeadLettersHandler,
  ) {}

  @ApiOperation({
    summary: 'Messages that could not be processed, the latest first',
    description:
      'Each was put aside with its cause, and the messages behind it went on. The latest 2,000 of each partition of the log are ' +
      'looked at; the command line reads all. A list may be two seconds old.',
  })
  @ApiOkResponse({ type: DeadLetterListDto, description: 'A part of the list.' })
  @ApiProblem(httpErrors.invalidInput, kafkaErrors.unavailable)
  @Requires('events:read')
  @Get()
  async listDeadLetters(
    @Query() query: ListDeadLettersDto,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<DeadLetterListDto> {
    const { entries, ...page } = orThrow(await this.letters.list({ ...query, workspace }));
    return { entries: entries.map(describe), ...page };
  }

  @ApiOperation({ summary: 'A message that could not be processed, with what it holds' })
  @ApiOkResponse({ type: OpenedDeadLetterDto, description: 'The letter.' })
  @LetterParam()
  @Requires('events:read')
  @Get(':id')
  async getDeadLetter(
    @Param('id') id: string,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<OpenedDeadLetterDto> {
    return describeOpened(orThrow(await this.letters.open(workspace, id)));
  }

  @ApiOperation({
    summary: 'Send a message again that could not be processed',
    description:
      'As it was, into its own partition. What failed is retried under its id; what was processed meanwhile is a duplicate, so ' +
      'twice is harmless. What still can’t be read is refused. The letter stays in the list.',
  })
  @ApiAcceptedResponse({ type: DeadLetterReplayedDto, description: 'The event log has the message again.' })
  @LetterParam()
  @ApiProblem(deadLetterErrors.notReplayable)
  @Audited('dead_letters.replay')
  @Requires('events:review')
  @HttpCode(202)
  @Post(':id/replay')
  async replayDeadLetter(
    @Param('id') id: string,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<DeadLetterReplayedDto> {
    const { playerId, eventId, position } = orThrow(await this.letters.open(workspace, id));
    const choice = { positions: [position], workspace };
    const { replayed, refused } = orThrow(orThrow(await answered(this.replays.handle(choice))));
    const receipt = replayed[0]?.receipt ?? orThrow(err(refusal(refused[0]?.reason)));
    return { id, playerId: playerId ?? null, eventId: eventId ?? null, status: 'accepted', receipt };
  }
}

const refusal = (reason = 'the log no longer holds it'): DomainError =>
  deadLetterErrors.notReplayable(`${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`);

const describe = ({ position, cause, detail, playerId, eventId, at, copies }: DeadLetter): DeadLetterDto => ({
  id: position,
  cause,
  detail,
  playerId: playerId ?? null,
  eventId: eventId ?? null,
  putAsideAt: toIso(at),
  copies,
});

const describeOpened = (letter: OpenedLetter): OpenedDeadLetterDto => ({
  ...describe(letter),
  content: letter.value ? letter.value.toString('utf8') : null,
  bytes: letter.value?.length ?? 0,
  truncated: letter.truncated,
});
