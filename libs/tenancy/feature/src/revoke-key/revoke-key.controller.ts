import type { Clock } from '@laurel/kernel';
import { AuditNote, Audited, type Credential, CurrentAudit, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { tenancyErrors } from '@laurel/tenancy-domain';
import { Controller, Delete, HttpCode, Inject, Param, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK } from '../clock.js';
import { toKeyDto } from '../key.dto.js';
import { RevokeKeyQueryDto } from './revoke-key.dto.js';
import { RevokeKeyHandler } from './revoke-key.handler.js';

@ApiTags('keys')
@Controller('v1/keys')
export class RevokeKeyController {
  constructor(
    private readonly handler: RevokeKeyHandler,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'Revoke a key',
    description:
      'Every instance refuses it within five seconds. Revoking it again changes nothing. A key may ' +
      'revoke itself; the last secret key that works is revoked with `force` alone.',
  })
  @ApiNoContentResponse({ description: 'It is revoked.' })
  @ApiProblem(tenancyErrors.keyNotFound, tenancyErrors.lastKey, httpErrors.invalidInput, httpErrors.unavailable)
  @Audited('keys.revoke')
  @Requires('keys:write')
  @HttpCode(204)
  @Delete(':id')
  async revokeKey(
    @Param('id') keyId: string,
    @Query() { force }: RevokeKeyQueryDto,
    @CurrentCredential() { workspace }: Credential,
    @CurrentAudit() audit: AuditNote,
  ): Promise<void> {
    const key = orThrow(await this.handler.handle({ workspace, keyId, force: force === 'true' }));
    audit.before = toKeyDto(key, this.clock.now());
  }
}
