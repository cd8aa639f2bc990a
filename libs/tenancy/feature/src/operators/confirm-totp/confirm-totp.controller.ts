import { Audited, type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Body, Controller, Header, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentOperator } from '../current-operator.js';
import { SecondFactor } from '../second-factor.js';
import { ConfirmTotpDto, RecoveryCodesDto } from '../totp.dto.js';

@ApiTags('sessions')
@Controller('v1/session/totp')
export class ConfirmTotpController {
  constructor(
    private readonly current: CurrentOperator,
    private readonly secondFactor: SecondFactor,
  ) {}

  @ApiOperation({
    summary: 'Confirm an authenticator with a code of it',
    description: 'From then on signing in asks for a code. A code is taken once, also this one.',
  })
  @ApiOkResponse({ type: RecoveryCodesDto, description: 'Recovery codes, for when the authenticator is lost.' })
  @ApiProblem(operatorErrors.totpNotBegun, operatorErrors.wrongCode)
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Audited('operators.confirm_totp')
  @Requires('session:own')
  @Header('cache-control', 'no-store')
  @Put()
  async confirmTotp(
    @Body() { code }: ConfirmTotpDto,
    @CurrentCredential() credential: Credential,
  ): Promise<RecoveryCodesDto> {
    const operator = orThrow(await this.current.of(credential));
    return { recoveryCodes: orThrow(await this.secondFactor.confirm(operator, code)) };
  }
}
