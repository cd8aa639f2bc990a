import { DEFAULT_OVERLAP_SECONDS, MAX_OVERLAP_SECONDS } from '@laurel/tenancy-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsInstant } from '../is-instant.js';

@ApiSchema({ name: 'RollKey' })
export class RollKeyDto {
  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 0,
    maximum: MAX_OVERLAP_SECONDS,
    default: DEFAULT_OVERLAP_SECONDS,
    description: 'How long the old key works on.',
  })
  @IsInt()
  @Min(0)
  @Max(MAX_OVERLAP_SECONDS)
  readonly overlapSeconds: number = DEFAULT_OVERLAP_SECONDS;

  @ApiProperty({ required: false, format: 'date-time', description: 'End of the new key. Default: none.' })
  @IsOptional()
  @IsInstant()
  readonly expiresAt?: string;
}
