import { Audited, type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Body, Controller, Header, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PasswordCheck } from '../check-password.js';
import { SecondFactor } from '../second-factor.js';
import { ConfirmedByPasswordDto, OfferedTotpDto } from '../totp.dto.js';

@ApiTags('sessions')
@Controller('v1/session/totp')
export class EnrolTotpController {
  constructor(
    private readonly check: PasswordCheck,
    private readonly secondFactor: SecondFactor,
  ) {}

  @ApiOperation({
    summary: 'Begin to sign in with one-time codes of an authenticator',
    description: 'Codes are asked for once `PUT` has confirmed that the authenticator has the secret.',
  })
  @ApiCreatedResponse({ type: OfferedTotpDto, description: 'The secret.' })
  @ApiProblem(operatorErrors.totpOn, operatorErrors.totpUnavailable)
  @ApiProblem(operatorErrors.wrongPassword, operatorErrors.tooManyAttempts)
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Audited('operators.begin_totp')
  @Requires('session:own')
  @Header('cache-control', 'no-store')
  @Post()
  async enrolTotp(
    @Body() { password }: ConfirmedByPasswordDto,
    @CurrentCredential() credential: Credential,
    @Req() { ip }: FastifyRequest,
  ): Promise<OfferedTotpDto> {
    const operator = orThrow(await this.check.of(credential, password, ip));
    return orThrow(await this.secondFactor.offer(operator));
  }
}
