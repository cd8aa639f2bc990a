import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MongoAuditLog } from '../adapters/audit-log.mongo.js';
import { AuditPageDto, ListAuditDto, instantOf, toAuditEntryDto } from './list-audit.dto.js';

@ApiTags('audit')
@Controller('v1/audit')
export class ListAuditController {
  constructor(private readonly log: MongoAuditLog) {}

  @ApiOperation({
    summary: 'List what was changed, newest first',
    description:
      'Every write of this gateway that succeeded, by whom, and the same request’s id. Nothing in it can be changed.',
  })
  @ApiOkResponse({ type: AuditPageDto, description: 'A page of the audit log.' })
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Requires('audit:read')
  @Get()
  async listAudit(
    @Query() { limit, cursor, from, to, ...filter }: ListAuditDto,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<AuditPageDto> {
    const asked = { ...filter, workspace, from: instantOf(from), to: instantOf(to) };
    const page = orThrow(await this.log.list(asked, limit, cursor));
    return { ...page, entries: page.entries.map(toAuditEntryDto) };
  }
}
