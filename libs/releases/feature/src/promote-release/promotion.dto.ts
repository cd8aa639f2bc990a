import { ENVIRONMENTS, type Environment } from '@laurel/tenancy-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { DiffDto, MAX_RELEASE } from '../diff-releases/diff.dto.js';
import { MAX_NOTE_LENGTH } from '../publish-release/publish-release.dto.js';
import { ReleaseDto } from '../release.dto.js';

@ApiSchema({ name: 'PromoteRelease' })
export class PromoteReleaseDto {
  @ApiProperty({
    enum: ENVIRONMENTS,
    description: 'Environment of the workspace whose credential this is.',
    example: 'dev',
  })
  @IsIn(ENVIRONMENTS)
  readonly from: Environment = 'dev';

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: MAX_RELEASE,
    description: 'Release of that workspace.',
    example: 1,
  })
  @IsInt()
  @Min(1)
  @Max(MAX_RELEASE)
  readonly release: number = 0;

  @ApiProperty({
    enum: ENVIRONMENTS,
    description: 'Environment of the same tenant that is to get it.',
    example: 'staging',
  })
  @IsIn(ENVIRONMENTS)
  readonly to: Environment = 'dev';

  @ApiProperty({ required: false, maxLength: MAX_NOTE_LENGTH, default: '', description: 'Why, for people.' })
  @IsString()
  @MaxLength(MAX_NOTE_LENGTH)
  readonly note: string = '';

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 0,
    maximum: MAX_RELEASE,
    description:
      'Latest release of the target that you saw: `diff.from` of a dry run; 0: it has none. Required, unless it is a dry run. If ' +
      'another was published there since, the promotion is refused.',
    example: 4,
  })
  @ValidateIf(({ expect, dryRun }: PromoteReleaseDto) => expect !== undefined || dryRun === false)
  @IsInt()
  @Min(0)
  @Max(MAX_RELEASE)
  readonly expect?: number;

  @ApiProperty({ required: false, default: false, description: 'Only show what would change in the target.' })
  @IsBoolean()
  readonly dryRun: boolean = false;
}

@ApiSchema({ name: 'Promotion' })
export class PromotionDto {
  @ApiProperty({
    type: DiffDto,
    description:
      '`from` is the release of the target that was the latest, `to` the number that the promoted one gets there.',
  })
  readonly diff: DiffDto = new DiffDto();

  @ApiProperty({ type: ReleaseDto, nullable: true, description: 'The release of the target; null in a dry run.' })
  readonly published: ReleaseDto | null = null;
}
