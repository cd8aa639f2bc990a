import type { Clock } from '@laurel/kernel';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { tenancyErrors } from '@laurel/tenancy-domain';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MongoKeyStore } from '../adapters/key-store.mongo.js';
import { CLOCK } from '../clock.js';
import { KeyDto, toKeyDto } from '../key.dto.js';
import { found } from '../key-found.js';

@ApiTags('keys')
@Controller('v1/keys')
export class GetKeyController {
  constructor(
    private readonly store: MongoKeyStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'Get a key, without its secret' })
  @ApiOkResponse({ type: KeyDto, description: 'The key.' })
  @ApiProblem(tenancyErrors.keyNotFound, httpErrors.unavailable)
  @Requires('keys:read')
  @Get(':id')
  async getKey(@Param('id') id: string, @CurrentCredential() { workspace }: Credential): Promise<KeyDto> {
    return toKeyDto(orThrow(found(await this.store.find(workspace, id))), this.clock.now());
  }
}
