import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresCredential } from '../access.decorator.js';
import type { Credential } from '../credential.js';
import { CurrentCredential } from '../current-credential.decorator.js';
import { type FixedLimit, LimitsDto } from './limits.dto.js';
import { FIXED_LIMITS } from './limits.providers.js';
import { RateLimiter } from './rate-limiter.js';

@ApiTags('limits')
@Controller('v1/limits')
export class LimitsController {
  constructor(
    private readonly limiter: RateLimiter,
    @Inject(FIXED_LIMITS) private readonly fixed: readonly FixedLimit[],
  ) {}

  @ApiOperation({
    summary: 'What the caller may still do',
    description:
      'The budgets that requests with this credential are charged to, as this instance knows them, and the limits of sizes and ' +
      'counts of this gateway. Asking costs 1, as every request does.',
  })
  @ApiOkResponse({ type: LimitsDto, description: 'Budgets and limits of the caller.' })
  @RequiresCredential()
  @Get()
  getLimits(@CurrentCredential() credential: Credential): LimitsDto {
    return { rates: this.limiter.of(credential).rates(), fixed: this.fixed };
  }
}
