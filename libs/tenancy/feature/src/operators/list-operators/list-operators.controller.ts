import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, PageQueryDto, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MongoOperatorStore } from '../adapters/operator-store.mongo.js';
import { CurrentOperator } from '../current-operator.js';
import { OperatorPageDto, toOperatorDto } from '../operator.dto.js';

@ApiTags('operators')
@Controller('v1/operators')
export class ListOperatorsController {
  constructor(
    private readonly current: CurrentOperator,
    private readonly operators: MongoOperatorStore,
  ) {}

  @ApiOperation({ summary: 'List the tenant’s operators, newest first', description: 'Also disabled ones.' })
  @ApiOkResponse({ type: OperatorPageDto, description: 'A page of operators.' })
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Requires('operators:read')
  @Get()
  async listOperators(
    @Query() { limit, cursor }: PageQueryDto,
    @CurrentCredential() credential: Credential,
  ): Promise<OperatorPageDto> {
    const { tenant } = orThrow(await this.current.of(credential));
    const page = orThrow(await this.operators.list(tenant, limit, cursor));
    return { ...page, entries: page.entries.map(toOperatorDto) };
  }
}
