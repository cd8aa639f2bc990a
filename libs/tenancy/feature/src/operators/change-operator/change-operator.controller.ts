import { AuditNote, Audited, type Credential, CurrentAudit, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Body, Controller, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OperatorDto, toOperatorDto } from '../operator.dto.js';
import { ChangeOperatorDto } from './change-operator.dto.js';
import { ChangeOperatorHandler } from './change-operator.handler.js';

@ApiTags('operators')
@Controller('v1/operators')
export class ChangeOperatorController {
  constructor(private readonly handler: ChangeOperatorHandler) {}

  @ApiOperation({
    summary: 'Change an operator: name, roles, status',
    description:
      'Other roles or another status end the operator’s sessions, on every instance within five seconds. Nobody gives or takes more ' +
      'than they have.',
  })
  @ApiOkResponse({ type: OperatorDto, description: 'The operator.' })
  @ApiProblem(operatorErrors.notFound, operatorErrors.invalidRoles)
  @ApiProblem(operatorErrors.roleNotHeld, operatorErrors.lastOwner)
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Audited('operators.change', { after: ({ answer }) => answer })
  @Requires('operators:write')
  @Patch(':id')
  async changeOperator(
    @Param('id') id: string,
    @Body() change: ChangeOperatorDto,
    @CurrentCredential() credential: Credential,
    @CurrentAudit() audit: AuditNote,
  ): Promise<OperatorDto> {
    const { before, after } = orThrow(await this.handler.change(credential, id, change));
    audit.before = toOperatorDto(before);
    return toOperatorDto(after);
  }
}
