import type { Consequence, FieldChange, KindDiff, ProgramDiff, Resource } from '@laurel/releases-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export const MAX_RELEASE = 999_999_999;

export class DiffDraftQueryDto {
  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: MAX_RELEASE,
    description: 'Release to compare with; by default the latest.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_RELEASE)
  readonly against?: number;
}

const ANY_VALUE = {
  required: false,
  oneOf: ['string', 'number', 'boolean', 'null', 'object', 'array'].map((type) => ({ type })),
};

@ApiSchema({ name: 'FieldChange' })
class FieldChangeDto implements FieldChange {
  @ApiProperty({ description: 'JSON pointer into the resource.', example: '/then/0/amount' })
  readonly path: string = '';

  @ApiProperty({ ...ANY_VALUE, description: 'Any JSON value; left out where there was nothing.', example: 3 })
  readonly before?: unknown;

  @ApiProperty({ ...ANY_VALUE, description: 'Any JSON value; left out where there is nothing.', example: 4 })
  readonly after?: unknown;
}

@ApiSchema({ name: 'ResourceChange' })
class ResourceChangeDto {
  @ApiProperty({ example: 'win' })
  readonly key: string = '';

  @ApiProperty({ type: [FieldChangeDto] })
  readonly fields: readonly FieldChangeDto[] = [];
}

const RESOURCES = { type: 'array', items: { type: 'object', additionalProperties: true } } as const;

@ApiSchema({ name: 'KindDiff' })
class KindDiffDto implements KindDiff {
  @ApiProperty({ example: 'rules' })
  readonly kind: string = '';

  @ApiProperty({ ...RESOURCES, description: 'Resources that are new, whole.' })
  readonly added: readonly Resource[] = [];

  @ApiProperty({ ...RESOURCES, description: 'Resources that are gone, whole.' })
  readonly removed: readonly Resource[] = [];

  @ApiProperty({ type: [ResourceChangeDto] })
  readonly changed: readonly ResourceChangeDto[] = [];

  @ApiProperty({ description: 'Whether those that both have stand in another order; rules act in theirs.' })
  readonly reordered: boolean = false;
}

@ApiSchema({ name: 'Consequence' })
export class ConsequenceDto implements Consequence {
  @ApiProperty({ enum: ['stats', 'leaderboards'] })
  readonly kind: Consequence['kind'] = 'stats';

  @ApiProperty({ example: 'league' })
  readonly key: string = '';

  @ApiProperty({
    enum: ['begins_anew', 'ends', 'window_ends', 'stands_still'],
    description: 'Starts from nothing; is deleted; loses a window; is moved by no rule any more.',
  })
  readonly effect: Consequence['effect'] = 'ends';

  @ApiProperty({ required: false, description: 'The window that ends.' })
  readonly window?: string;

  @ApiProperty({ required: false, type: [String], description: 'Running leaderboards that read the stat.' })
  readonly leaderboards?: readonly string[];

  @ApiProperty({ description: 'Whether it is going on now.' })
  readonly running: boolean = false;

  @ApiProperty({ description: 'The same as a sentence.' })
  readonly message: string = '';
}

@ApiSchema({ name: 'Diff' })
export class DiffDto implements ProgramDiff {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Release that is compared with; 0: none was published.' })
  readonly from: number = 0;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    nullable: true,
    description: 'Release that is compared; null: the draft.',
  })
  readonly to: number | null = null;

  @ApiProperty({
    type: [KindDiffDto],
    description: 'Only kinds that differ. Defaults count as if they were written out.',
  })
  readonly kinds: readonly KindDiffDto[] = [];

  @ApiProperty({ type: [ConsequenceDto], description: 'What becomes of what players have.' })
  readonly consequences: readonly ConsequenceDto[] = [];
}
