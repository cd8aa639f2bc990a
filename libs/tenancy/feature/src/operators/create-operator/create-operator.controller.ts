import { toIso } from '@laurel/kernel';
import { Audited, type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { toOperatorDto } from '../operator.dto.js';
import { CreateOperatorDto, NewOperatorDto } from './create-operator.dto.js';
import { CreateOperatorHandler } from './create-operator.handler.js';

@ApiTags('operators')
@Controller('v1/operators')
export class CreateOperatorController {
  constructor(private readonly handler: CreateOperatorHandler) {}

  @ApiOperation({
    summary: 'Invite an operator',
    description:
      'The answer shows a one-time token that sets the password within a day; nothing shows it again. Nobody gives more than they ' +
      'have, and only owners make owners.',
  })
  @ApiCreatedResponse({ type: NewOperatorDto, description: 'The operator.' })
  @ApiProblem(operatorErrors.invalidRoles, operatorErrors.roleNotHeld, operatorErrors.emailInUse)
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Audited('operators.create', { target: ({ answer }) => answer['id'], after: ({ answer }) => answer })
  @Requires('operators:write')
  @Post()
  async createOperator(
    @Body() { email, name, roles = {} }: CreateOperatorDto,
    @CurrentCredential() credential: Credential,
  ): Promise<NewOperatorDto> {
    const invited = orThrow(await this.handler.handle(credential, { email, name, roles }));
    const { operator, passwordToken, expiresAt } = invited;
    return { ...toOperatorDto(operator), passwordToken, passwordTokenExpiresAt: toIso(expiresAt) };
  }
}
