import { ACTIVITY_RANGES, type ActivityRangeName } from '@laurel/live-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

const RANGES = Object.keys(ACTIVITY_RANGES);

export class ActivityQueryDto {
  @ApiProperty({
    required: false,
    enum: RANGES,
    default: '1h',
    description: 'How far back: in parts of a minute, of 15 minutes, and of 2 hours.',
  })
  @IsOptional()
  @IsIn(RANGES)
  readonly range: ActivityRangeName = '1h';
}

export class LagDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Half took no longer; null without any.', example: 42 })
  readonly p50: number | null = null;

  @ApiProperty({ type: 'integer', nullable: true, description: '99 of 100 took no longer.', example: 128 })
  readonly p99: number | null = null;
}

/** What was decided in some time. */
export class ActivityFiguresDto {
  @ApiProperty({ type: 'integer', description: 'Events and orders, whatever became of them.', example: 1200 })
  readonly events: number = 0;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'The same by what became of them; no status without any.',
    example: { processed: 1180, duplicate: 18, failed: 2 },
  })
  readonly byStatus: Readonly<Record<string, number>> = {};

  @ApiProperty({ type: 'integer', description: 'Effects of rules that were refused.', example: 3 })
  readonly refused: number = 0;

  @ApiProperty({
    type: LagDto,
    description:
      'From an event’s being accepted to its effects’ being committed, ms: at most a fifth too long, never too short.',
  })
  readonly lagMs: LagDto = new LagDto();

  @ApiProperty({
    type: 'integer',
    description: 'Different players of whom there were events: up to 512 exactly, more within a few percent.',
    example: 321,
  })
  readonly activePlayers: number = 0;
}

export class ActivityBucketDto extends ActivityFiguresDto {
  @ApiProperty({ format: 'date-time', description: 'First moment inside.' })
  readonly start: string = '';
}

export class ActivityNowDto extends ActivityFiguresDto {
  @ApiProperty({ type: 'integer', description: 'Over how long: the minute that runs and the one before.', example: 92 })
  readonly seconds: number = 0;

  @ApiProperty({ description: 'On average over that time.', example: 13.4 })
  readonly eventsPerSecond: number = 0;
}

@ApiSchema({ name: 'Activity' })
export class ActivityDto {
  @ApiProperty({ enum: RANGES })
  readonly range: ActivityRangeName = '1h';

  @ApiProperty({ type: 'integer', description: 'Length of a bucket, seconds.', example: 60 })
  readonly bucketSeconds: number = 0;

  @ApiProperty({ format: 'date-time', description: 'Start of the first bucket.' })
  readonly from: string = '';

  @ApiProperty({ format: 'date-time', description: 'Now, as the gateway knows it.' })
  readonly to: string = '';

  @ApiProperty({ type: ActivityFiguresDto, description: 'Of the whole range.' })
  readonly total: ActivityFiguresDto = new ActivityFiguresDto();

  @ApiProperty({ type: ActivityNowDto })
  readonly now: ActivityNowDto = new ActivityNowDto();

  @ApiProperty({ type: [ActivityBucketDto], description: 'Oldest first, without gaps; the last one still grows.' })
  readonly buckets: readonly ActivityBucketDto[] = [];
}
