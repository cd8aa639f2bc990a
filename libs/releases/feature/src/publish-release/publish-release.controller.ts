import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { releaseErrors } from '@laurel/releases-domain';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { authorOf } from '../author.js';
import { ReleaseDto, toReleaseDto } from '../release.dto.js';
import { PublishReleaseDto } from './publish-release.dto.js';
import { PublishReleaseHandler } from './publish-release.handler.js';

@ApiTags('releases')
@Controller('v1/releases')
export class PublishReleaseController {
  constructor(private readonly handler: PublishReleaseHandler) {}

  @ApiOperation({
    summary: 'Publish a release',
    description:
      'Events are decided by the release in force where they stand in the log: this one, from `announcedAt` on.',
  })
  @ApiCreatedResponse({ type: ReleaseDto, description: 'The release is published.' })
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, releaseErrors.invalidProgram, httpErrors.unavailable)
  @Requires('releases:write')
  @Post()
  async publishRelease(
    @Body() { program, note }: PublishReleaseDto,
    @CurrentCredential() credential: Credential,
  ): Promise<ReleaseDto> {
    const author = authorOf(credential);
    const release = await this.handler.handle({ workspace: credential.workspace, author, program, note });
    return toReleaseDto(orThrow(release));
  }
}
