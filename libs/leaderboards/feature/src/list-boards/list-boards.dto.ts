import type { BoardSplit } from '@laurel/leaderboards-domain';
import { PageQueryDto } from '@laurel/platform-http';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { WindowDto } from '../reading/board-answer.dto.js';

const AGGREGATIONS = ['sum', 'count', 'best', 'worst', 'first', 'last'] as const;
const ORDERS = ['desc', 'asc'] as const;
const THEN = ['first_to_reach', 'last_to_reach', 'shared'] as const;
const NUMBERINGS = ['ordinal', 'competition', 'dense'] as const;

const PART_OF_KEY = /^[a-z0-9_-]{0,63}$/;

export class ListBoardsQueryDto extends PageQueryDto {
  @ApiProperty({ required: false, pattern: PART_OF_KEY.source, description: 'Part of the key.', example: 'cup' })
  @IsOptional()
  @Matches(PART_OF_KEY)
  readonly q?: string;
}

@ApiSchema({ name: 'BoardColumn' })
export class BoardColumnDto {
  @ApiProperty({ description: 'Key of the stat.', example: 'goal_difference' })
  readonly stat: string = '';

  @ApiProperty({ enum: ORDERS, description: 'Which value is better: the greater one is with `desc`.' })
  readonly order: (typeof ORDERS)[number] = 'desc';
}

@ApiSchema({ name: 'BoardSplit' })
export class BoardSplitDto {
  @ApiProperty({ example: 'country' })
  readonly key: string = '';

  @ApiProperty({
    required: false,
    type: [String],
    description: 'Parts are called `<key>:<value>`, with the value of each of these attributes.',
  })
  readonly attributes?: readonly string[];

  @ApiProperty({ required: false, description: 'The part is called by the key: who is in this saved segment.' })
  readonly segment?: string;
}

@ApiSchema({ name: 'RunningWindow' })
export class RunningWindowDto extends WindowDto {
  @ApiProperty({ description: 'What its definition is called.', example: 'weekly' })
  readonly name: string = '';

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    nullable: true,
    description: 'Rows; null while ranks are being rebuilt.',
  })
  readonly total: number | null = null;
}

@ApiSchema({ name: 'ListedBoard' })
export class ListedBoardDto {
  @ApiProperty({ example: 'premier-league' })
  readonly key: string = '';

  @ApiProperty({ description: 'Key of the stat that is ranked.', example: 'points' })
  readonly stat: string = '';

  @ApiProperty({ enum: AGGREGATIONS, description: 'What a window keeps of the results of a player.' })
  readonly aggregation: (typeof AGGREGATIONS)[number] = 'sum';

  @ApiProperty({ enum: ORDERS, description: 'Which score is better.' })
  readonly order: (typeof ORDERS)[number] = 'desc';

  @ApiProperty({ type: [BoardColumnDto], description: 'What decides between equal scores, one after the other.' })
  readonly columns: readonly BoardColumnDto[] = [];

  @ApiProperty({ enum: THEN, description: 'What decides where these are equal too.' })
  readonly then: (typeof THEN)[number] = 'first_to_reach';

  @ApiProperty({ enum: NUMBERINGS, description: 'How rows that share a place are numbered.' })
  readonly numbering: (typeof NUMBERINGS)[number] = 'competition';

  @ApiProperty({ type: [String], description: 'Names of its windows, as `window` of every read takes them.' })
  readonly windows: readonly string[] = [];

  @ApiProperty({ type: [BoardSplitDto], description: 'How it is divided.' })
  readonly splits: readonly BoardSplit[] = [];

  @ApiProperty({ type: String, nullable: true, description: 'Name of the window that has a league; null: none has.' })
  readonly league: string | null = null;

  @ApiProperty({ description: 'Neither player tokens nor publishable keys can read it.' })
  readonly serverOnly: boolean = false;

  @ApiProperty({
    type: [RunningWindowDto],
    description: 'The windows that run now, and the one that is shown to who names none.',
  })
  readonly running: readonly RunningWindowDto[] = [];
}

@ApiSchema({ name: 'LeaderboardPage' })
export class LeaderboardPageDto {
  @ApiProperty({ format: 'date-time', description: 'What time it is in the workspace.' })
  readonly now: string = '';

  @ApiProperty({ type: [ListedBoardDto], description: 'By key.' })
  readonly entries: readonly ListedBoardDto[] = [];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page; null at the end.' })
  readonly next: string | null = null;
}
