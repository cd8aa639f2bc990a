import { type Clock, parseInstant } from '@laurel/kernel';
import { Audited, type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { tenancyErrors } from '@laurel/tenancy-domain';
import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK } from '../clock.js';
import { NewKeyDto, toKeyDto } from '../key.dto.js';
import { CreateKeyDto } from './create-key.dto.js';
import { CreateKeyHandler } from './create-key.handler.js';

@ApiTags('keys')
@Controller('v1/keys')
export class CreateKeyController {
  constructor(
    private readonly handler: CreateKeyHandler,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'Create a key',
    description: 'The answer shows the key; nothing shows it again. A key opens no more than the one that makes it.',
  })
  @ApiCreatedResponse({ type: NewKeyDto, description: 'The key.' })
  @ApiProblem(tenancyErrors.invalidKey, tenancyErrors.permissionNotHeld)
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Audited('keys.create', { target: ({ answer }) => answer['id'], after: ({ answer }) => answer })
  @Requires('keys:write')
  @Post()
  async createKey(
    @Body() { name, kind, permissions, expiresAt }: CreateKeyDto,
    @CurrentCredential() credential: Credential,
  ): Promise<NewKeyDto> {
    const end = expiresAt === undefined ? undefined : parseInstant(expiresAt);
    const minted = orThrow(await this.handler.handle(credential, { name, kind, permissions, expiresAt: end }));
    return { ...toKeyDto(minted.document, this.clock.now()), key: minted.key };
  }
}
