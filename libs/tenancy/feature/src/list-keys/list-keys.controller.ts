import type { Clock } from '@laurel/kernel';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, PageQueryDto, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MongoKeyStore } from '../adapters/key-store.mongo.js';
import { CLOCK } from '../clock.js';
import { KeyPageDto, toKeyDto } from '../key.dto.js';

@ApiTags('keys')
@Controller('v1/keys')
export class ListKeysController {
  constructor(
    private readonly store: MongoKeyStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'List keys, newest first', description: 'Also expired and revoked ones, and no secret.' })
  @ApiOkResponse({ type: KeyPageDto, description: 'A page of keys.' })
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Requires('keys:read')
  @Get()
  async listKeys(
    @Query() { limit, cursor }: PageQueryDto,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<KeyPageDto> {
    const page = orThrow(await this.store.list(workspace, limit, cursor));
    const now = this.clock.now();
    return { ...page, entries: page.entries.map((document) => toKeyDto(document, now)) };
  }
}
