import { ApiProperty } from '@nestjs/swagger';
import type { BudgetTerms } from './budget.js';

/** A limit that no use changes. */
export class FixedLimit {
  @ApiProperty({ description: 'Stable name.', example: 'batch.items' })
  readonly name: string = '';

  @ApiProperty({ type: 'integer', example: 1_000 })
  readonly most: number = 0;

  @ApiProperty({ enum: ['bytes', 'items', 'per_second'] })
  readonly unit: 'bytes' | 'items' | 'per_second' = 'items';
}

export class RateLimitDto {
  @ApiProperty({ enum: ['credential', 'workspace'], description: 'Whose budget it is; a request is charged to both.' })
  readonly name: BudgetTerms['name'] = 'credential';

  @ApiProperty({ type: 'integer', description: 'What one window holds.', example: 500_000 })
  readonly quota: number = 0;

  @ApiProperty({ type: 'integer', example: 10 })
  readonly windowSeconds: number = 0;

  @ApiProperty({ type: 'integer', description: 'What is left, this request counted.', example: 499_999 })
  readonly left: number = 0;

  @ApiProperty({ type: 'integer', description: 'Until all is there again.', example: 7 })
  readonly resetSeconds: number = 0;
}

export class LimitsDto {
  @ApiProperty({ type: [RateLimitDto] })
  readonly rates: readonly RateLimitDto[] = [];

  @ApiProperty({ type: [FixedLimit] })
  readonly fixed: readonly FixedLimit[] = [];
}
