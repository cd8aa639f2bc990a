import {
  AuditNote,
  Audited,
  type Credential,
  CurrentAudit,
  CurrentCredential,
  PLAYER_TOKEN_PERMISSIONS,
  Requires,
} from '@laurel/platform-auth';
import { ApiProblem, ProblemException, httpErrors, orThrow } from '@laurel/platform-http';
import { tenancyErrors } from '@laurel/tenancy-domain';
import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdentityProviderDto, PutIdentityProviderDto, toIdentityProviderDto } from './identity-provider.dto.js';
import { MongoIdentityProviderStore } from './identity-providers.mongo.js';
import { PutIdentityProviderHandler } from './put-identity-provider.handler.js';

/** Who signs player tokens of a workspace besides Laurel. */
@ApiTags('identity provider')
@Controller('v1/identity-provider')
export class IdentityProviderController {
  constructor(
    private readonly handler: PutIdentityProviderHandler,
    private readonly store: MongoIdentityProviderStore,
  ) {}

  @ApiOperation({
    summary: 'Take player tokens of your own identity provider',
    description:
      'The gateways for events and queries then take them as they take minted ones. They hold for this workspace from within five ' +
      'seconds; tokens that were taken under other settings are checked anew.',
  })
  @ApiOkResponse({ type: IdentityProviderDto, description: 'The identity provider.' })
  @ApiProblem(tenancyErrors.invalidIdentityProvider, tenancyErrors.identityProviderInUse)
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Audited('identity_provider.put', { after: ({ answer }) => answer })
  @Requires('identity_provider:write')
  @Put()
  async putIdentityProvider(
    @Body() { boards, permissions, ...settings }: PutIdentityProviderDto,
    @CurrentCredential() { workspace }: Credential,
    @CurrentAudit() audit: AuditNote,
  ): Promise<IdentityProviderDto> {
    const kept = PLAYER_TOKEN_PERMISSIONS.filter((permission) => permissions.includes(permission));
    const provider = { ...settings, permissions: kept, ...(boards ? { boards } : {}) };
    const { before, after } = orThrow(await this.handler.handle(workspace, provider));
    if (before) audit.before = toIdentityProviderDto(before);
    return toIdentityProviderDto(after);
  }

  @ApiOperation({ summary: 'Get the identity provider of the workspace' })
  @ApiOkResponse({ type: IdentityProviderDto, description: 'The identity provider.' })
  @ApiProblem(tenancyErrors.noIdentityProvider, httpErrors.unavailable)
  @Requires('identity_provider:read')
  @Get()
  async getIdentityProvider(@CurrentCredential() { workspace }: Credential): Promise<IdentityProviderDto> {
    const found = await this.store.find(workspace);
    if (!found) throw new ProblemException(NONE);
    return toIdentityProviderDto(found);
  }

  @ApiOperation({
    summary: 'Take player tokens that Laurel minted alone',
    description: 'Tokens of the identity provider are refused within five seconds.',
  })
  @ApiNoContentResponse({ description: 'There is no identity provider.' })
  @ApiProblem(tenancyErrors.noIdentityProvider, httpErrors.unavailable)
  @Audited('identity_provider.remove')
  @Requires('identity_provider:write')
  @HttpCode(204)
  @Delete()
  async removeIdentityProvider(
    @CurrentCredential() { workspace }: Credential,
    @CurrentAudit() audit: AuditNote,
  ): Promise<void> {
    const removed = await this.store.remove(workspace);
    if (!removed) throw new ProblemException(NONE);
    audit.before = toIdentityProviderDto(removed);
  }
}

const NONE = tenancyErrors.noIdentityProvider('Player tokens of this workspace are minted with a key.');
