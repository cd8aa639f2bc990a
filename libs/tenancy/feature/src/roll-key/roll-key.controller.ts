import { type Clock, parseInstant } from '@laurel/kernel';
import { Audited, type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { tenancyErrors } from '@laurel/tenancy-domain';
import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK } from '../clock.js';
import { NewKeyDto, toKeyDto } from '../key.dto.js';
import { RollKeyDto } from './roll-key.dto.js';
import { RollKeyHandler } from './roll-key.handler.js';

@ApiTags('keys')
@Controller('v1/keys')
export class RollKeyController {
  constructor(
    private readonly handler: RollKeyHandler,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'Replace a key',
    description:
      'Creates a key of the same name, kind and permissions. The old one works on for `overlapSeconds`, or until its own end if ' +
      'that is earlier: time to put the new one into use.',
  })
  @ApiCreatedResponse({ type: NewKeyDto, description: 'The new key.' })
  @ApiProblem(tenancyErrors.keyNotFound, tenancyErrors.keyNotActive)
  @ApiProblem(tenancyErrors.invalidKey, tenancyErrors.permissionNotHeld)
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Audited('keys.roll', { after: ({ answer }) => answer })
  @Requires('keys:write')
  @Post(':id/roll')
  async rollKey(
    @Param('id') keyId: string,
    @Body() { overlapSeconds, expiresAt }: RollKeyDto,
    @CurrentCredential() credential: Credential,
  ): Promise<NewKeyDto> {
    const end = expiresAt === undefined ? undefined : parseInstant(expiresAt);
    const minted = orThrow(await this.handler.handle(credential, { keyId, overlapSeconds, expiresAt: end }));
    return { ...toKeyDto(minted.document, this.clock.now()), key: minted.key };
  }
}
