import { NotAudited, Public } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SetPasswordDto } from './set-password.dto.js';
import { SetPasswordHandler } from './set-password.handler.js';

@ApiTags('sessions')
@Controller('v1/passwords')
export class SetPasswordController {
  constructor(private readonly handler: SetPasswordHandler) {}

  @ApiOperation({ summary: 'Set your password with a one-time token', description: 'Ends all your sessions.' })
  @ApiNoContentResponse({ description: 'You can sign in with it.' })
  @ApiProblem(operatorErrors.passwordTokenRefused)
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @NotAudited('the token’s being given out is in the audit log')
  @Public()
  @HttpCode(204)
  @Post()
  async setPassword(@Body() { token, password }: SetPasswordDto): Promise<void> {
    orThrow(await this.handler.handle(token, password));
  }
}
