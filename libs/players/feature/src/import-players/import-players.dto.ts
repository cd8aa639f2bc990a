import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { ImportedLines, RefusedLine } from './import-players.handler.js';

class LineProblemDto {
  @ApiProperty({ description: 'JSON pointer into the line.', example: '/stats/goals' })
  readonly path: string = '';

  @ApiProperty({ example: 'reference' })
  readonly rule: string = '';

  @ApiProperty({ example: 'there is no stat "goals" in the release in force' })
  readonly message: string = '';
}

class RefusedLineDto implements RefusedLine {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'Blank lines are not counted.', example: 2 })
  readonly line: number = 1;

  @ApiProperty({ example: 'http.invalid_input' })
  readonly code: string = '';

  @ApiProperty({ example: 'See `errors` for what to change.' })
  readonly detail: string = '';

  @ApiProperty({ type: [LineProblemDto] })
  readonly errors: readonly LineProblemDto[] = [];
}

/** What became of the lines of one request. */
@ApiSchema({ name: 'ImportedLines' })
export class ImportedLinesDto implements ImportedLines {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Lines that are in the event log.', example: 998 })
  readonly accepted: number = 0;

  @ApiProperty({ type: [RefusedLineDto] })
  readonly rejected: readonly RefusedLineDto[] = [];
}

/** How far an import is. */
@ApiSchema({ name: 'Import' })
export class ImportDto {
  @ApiProperty({ example: 'from-the-old-system' })
  readonly importId: string = '';

  @ApiProperty({ enum: ['applying', 'applied'], description: '`applied`: all that was taken so far is carried out.' })
  readonly state: 'applying' | 'applied' = 'applied';

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Lines taken; a line that was sent twice counts twice.' })
  readonly accepted: number = 0;

  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly rejected: number = 0;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Messages of the log up to its last one, at most.' })
  readonly remaining: number = 0;

  @ApiProperty({ description: 'Id of the key that began it.', example: 'key_0198c2f0' })
  readonly by: string = '';

  @ApiProperty({ format: 'date-time' })
  readonly startedAt: string = '';

  @ApiProperty({ format: 'date-time' })
  readonly updatedAt: string = '';
}
