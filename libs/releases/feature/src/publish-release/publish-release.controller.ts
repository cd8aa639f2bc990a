import { Audited, type Credential, CurrentCredential, Requires, actorOf } from '@laurel/platform-auth';
import { ApiProblem, ProblemException, httpErrors, orThrow } from '@laurel/platform-http';
import { releaseErrors } from '@laurel/releases-domain';
import { Body, Controller, Headers, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReleaseDto, toReleaseDto } from '../release.dto.js';
import { underProgram } from '../under-program.js';
import { IF_MATCH } from '../draft/draft.openapi.js';
import { PublishDraftHandler } from './publish-draft.handler.js';
import { PublishReleaseDto } from './publish-release.dto.js';
import { PublishReleaseHandler } from './publish-release.handler.js';

const NOT_TOGETHER = '`If-Match` names a revision of the draft: leave it out when the body brings the program.';

@ApiTags('releases')
@Controller('v1/releases')
export class PublishReleaseController {
  constructor(
    private readonly handler: PublishReleaseHandler,
    private readonly drafts: PublishDraftHandler,
  ) {}

  @ApiOperation({
    summary: 'Publish a release',
    description:
      'The program in the body, or else the draft, which is then gone. Events are decided by the release in force where ' +
      'they stand in the log: this one, from `announcedAt` on.',
  })
  @ApiHeader({
    ...IF_MATCH,
    required: false,
    description: 'Publish the draft only if it is at this revision. Not together with a program.',
  })
  @ApiCreatedResponse({ type: ReleaseDto, description: 'The release is published.' })
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, releaseErrors.invalidProgram, httpErrors.unavailable)
  @ApiProblem(releaseErrors.noDraft, releaseErrors.draftOutdated)
  @ApiProblem(releaseErrors.draftMoved, releaseErrors.revisionRequired)
  @Audited('releases.publish', {
    target: ({ answer }) => answer['release'],
    after: ({ answer: { release, note } }) => ({ release, note }),
  })
  @Requires('releases:write')
  @Post()
  async publishRelease(
    @Body() { program, note }: PublishReleaseDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCredential() credential: Credential,
  ): Promise<ReleaseDto> {
    const author = { workspace: credential.workspace, author: actorOf(credential).id, note };
    if (program === undefined) return toReleaseDto(orThrow(await this.drafts.handle(author, ifMatch)));
    if (ifMatch !== undefined) throw new ProblemException(httpErrors.malformedRequest(NOT_TOGETHER));
    return toReleaseDto(orThrow(underProgram(await this.handler.handle(author, program))));
  }
}
