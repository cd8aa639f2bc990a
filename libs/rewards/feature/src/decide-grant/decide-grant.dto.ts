import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

const MAX_REASON = 512;

@ApiSchema({ name: 'GrantReason' })
export class GrantReasonDto {
  @ApiProperty({
    minLength: 1,
    maxLength: MAX_REASON,
    description: 'Why, for people.',
    example: 'Played with two accounts.',
  })
  @IsString()
  @Length(1, MAX_REASON)
  readonly reason: string = '';
}

@ApiSchema({ name: 'ApproveGrants' })
export class ApproveGrantsDto {
  @ApiProperty({ description: 'Key of the reward schedule.', example: 'weekly-prizes' })
  @IsString()
  @Length(1, 63)
  readonly source: string = '';

  @ApiProperty({ description: 'Key of the window.', example: '2026-W47' })
  @IsString()
  @Length(1, 128)
  readonly window: string = '';
}

@ApiSchema({ name: 'ApprovedGrants' })
export class ApprovedGrantsDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'How many waited and are approved now.' })
  readonly approved: number = 0;
}
