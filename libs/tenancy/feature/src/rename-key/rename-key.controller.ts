import type { Clock } from '@laurel/kernel';
import { AuditNote, Audited, type Credential, CurrentAudit, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { tenancyErrors } from '@laurel/tenancy-domain';
import { Body, Controller, Inject, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MongoKeyStore } from '../adapters/key-store.mongo.js';
import { CLOCK } from '../clock.js';
import { found } from '../key-found.js';
import { KeyDto, toKeyDto } from '../key.dto.js';
import { RenameKeyDto } from './rename-key.dto.js';

@ApiTags('keys')
@Controller('v1/keys')
export class RenameKeyController {
  constructor(
    private readonly store: MongoKeyStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'Rename a key',
    description: 'Its name is all that can be changed: for other permissions create another key.',
  })
  @ApiOkResponse({ type: KeyDto, description: 'The key.' })
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(tenancyErrors.keyNotFound, httpErrors.invalidInput, httpErrors.unavailable)
  @Audited('keys.rename', { after: ({ body }) => ({ name: body['name'] }) })
  @Requires('keys:write')
  @Patch(':id')
  async renameKey(
    @Param('id') id: string,
    @Body() { name }: RenameKeyDto,
    @CurrentCredential() { workspace }: Credential,
    @CurrentAudit() audit: AuditNote,
  ): Promise<KeyDto> {
    const before = orThrow(found(await this.store.rename(workspace, id, name)));
    audit.before = { name: before.name ?? '' };
    return toKeyDto({ ...before, name }, this.clock.now());
  }
}
