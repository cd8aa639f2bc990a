import { Audited, type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { mayManage, operatorErrors } from '@laurel/tenancy-domain';
import { Body, Controller, Delete, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { MongoOperatorStore } from '../adapters/operator-store.mongo.js';
import { PasswordCheck } from '../check-password.js';
import { CurrentOperator } from '../current-operator.js';
import { permissionsIn } from '../role-permissions.js';
import { ConfirmedByPasswordDto } from '../totp.dto.js';

@ApiTags('sessions')
@Controller('v1/session/totp/remove')
export class RemoveOwnTotpController {
  constructor(
    private readonly check: PasswordCheck,
    private readonly operators: MongoOperatorStore,
  ) {}

  @ApiOperation({ summary: 'Sign in without codes again', description: 'The recovery codes are void as well.' })
  @ApiNoContentResponse({ description: 'Signing in asks for the password alone.' })
  @ApiProblem(operatorErrors.wrongPassword, operatorErrors.tooManyAttempts)
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Audited('operators.remove_own_totp')
  @Requires('session:own')
  @HttpCode(204)
  @Post()
  async removeOwnTotp(
    @Body() { password }: ConfirmedByPasswordDto,
    @CurrentCredential() credential: Credential,
    @Req() { ip }: FastifyRequest,
  ): Promise<void> {
    const operator = orThrow(await this.check.of(credential, password, ip));
    await this.operators.removeTotp(operator._id);
  }
}

@ApiTags('operators')
@Controller('v1/operators')
export class RemoveTotpController {
  constructor(
    private readonly current: CurrentOperator,
    private readonly operators: MongoOperatorStore,
  ) {}

  @ApiOperation({
    summary: 'Let an operator sign in without codes again',
    description: 'For who lost the authenticator and the recovery codes.',
  })
  @ApiNoContentResponse({ description: 'Signing in asks for the password alone.' })
  @ApiProblem(operatorErrors.notFound, operatorErrors.roleNotHeld, httpErrors.unavailable)
  @Audited('operators.remove_totp')
  @Requires('operators:write')
  @HttpCode(204)
  @Delete(':id/totp')
  async removeTotp(@Param('id') id: string, @CurrentCredential() credential: Credential): Promise<void> {
    const { actor, other } = orThrow(await this.current.withOther(credential, id));
    orThrow(mayManage(actor.roles, other.roles, permissionsIn));
    await this.operators.removeTotp(other._id);
  }
}
