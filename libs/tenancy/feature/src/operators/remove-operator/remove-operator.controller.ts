import { AuditNote, Audited, type Credential, CurrentAudit, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeOperatorHandler } from '../change-operator/change-operator.handler.js';
import { toOperatorDto } from '../operator.dto.js';

@ApiTags('operators')
@Controller('v1/operators')
export class RemoveOperatorController {
  constructor(private readonly handler: ChangeOperatorHandler) {}

  @ApiOperation({
    summary: 'Remove an operator',
    description:
      'Ends the operator’s sessions, on every instance within five seconds. The audit log keeps what they did.',
  })
  @ApiNoContentResponse({ description: 'There is no such operator any more.' })
  @ApiProblem(operatorErrors.notFound, operatorErrors.roleNotHeld, operatorErrors.lastOwner, httpErrors.unavailable)
  @Audited('operators.remove')
  @Requires('operators:write')
  @HttpCode(204)
  @Delete(':id')
  async removeOperator(
    @Param('id') id: string,
    @CurrentCredential() credential: Credential,
    @CurrentAudit() audit: AuditNote,
  ): Promise<void> {
    audit.before = toOperatorDto(orThrow(await this.handler.remove(credential, id)));
  }
}
