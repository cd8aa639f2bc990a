import { toIso } from '@laurel/kernel';
import { Audited, type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PasswordTokenDto } from '../operator.dto.js';
import { RenewPasswordTokenHandler } from './renew-password-token.handler.js';

@ApiTags('operators')
@Controller('v1/operators')
export class RenewPasswordTokenController {
  constructor(private readonly handler: RenewPasswordTokenHandler) {}

  @ApiOperation({
    summary: 'Give out a new one-time token that sets an operator’s password',
    description:
      'For an invitation that ran out, and for a forgotten password. Earlier tokens are void; the password stays until it is set.',
  })
  @ApiCreatedResponse({ type: PasswordTokenDto, description: 'The token.' })
  @ApiProblem(operatorErrors.notFound, operatorErrors.roleNotHeld, httpErrors.unavailable)
  @Audited('operators.renew_password_token')
  @Requires('operators:write')
  @Post(':id/password-token')
  async renewPasswordToken(
    @Param('id') id: string,
    @CurrentCredential() credential: Credential,
  ): Promise<PasswordTokenDto> {
    const { text, stored } = orThrow(await this.handler.handle(credential, id));
    return { passwordToken: text, passwordTokenExpiresAt: toIso(stored.expiresAt) };
  }
}
