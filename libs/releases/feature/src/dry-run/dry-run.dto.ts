import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { EventTrialDto } from './event-trial.dto.js';
import { HistoryTrialDto } from './history-trial.dto.js';

@ApiSchema({ name: 'DryRun' })
export class DryRunDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    description: 'The number that the program would get, were it published now.',
    example: 5,
  })
  readonly release: number = 0;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The draft’s revision that was tried; null where a release was named.',
    example: 'release-4',
  })
  readonly revision: string | null = null;

  @ApiProperty({ type: EventTrialDto, nullable: true, description: 'What one event would lead to; else null.' })
  readonly event: EventTrialDto | null = null;

  @ApiProperty({
    type: HistoryTrialDto,
    nullable: true,
    description: 'What recorded events would have led to; else null.',
  })
  readonly history: HistoryTrialDto | null = null;
}
