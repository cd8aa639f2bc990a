import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentOperator } from '../current-operator.js';
import { OperatorDto, toOperatorDto } from '../operator.dto.js';

@ApiTags('operators')
@Controller('v1/operators')
export class GetOperatorController {
  constructor(private readonly current: CurrentOperator) {}

  @ApiOperation({ summary: 'Get an operator of the tenant' })
  @ApiOkResponse({ type: OperatorDto, description: 'The operator.' })
  @ApiProblem(operatorErrors.notFound, httpErrors.unavailable)
  @Requires('operators:read')
  @Get(':id')
  async getOperator(@Param('id') id: string, @CurrentCredential() credential: Credential): Promise<OperatorDto> {
    return toOperatorDto(orThrow(await this.current.withOther(credential, id)).other);
  }
}
