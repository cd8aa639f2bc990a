import { ApiPropertyOptional, ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** `<epoch>:<seq>`, as the ids of events are. */
export const EVENT_ID = /^([\w-]{1,64}):(\d{1,15})$/;

const TICKET_LENGTH = 256;
const LONGEST = 512;
const NUMBER = /^\d+(\.\d+)?$/;

/** What a stream shows: a subscribe frame, written as parameters. What of it makes sense is for its topic to say. */
export class StreamQueryDto {
  @ApiProperty({ description: '`leaderboard:{key}`, `player:{id}` or `feed`.', example: 'leaderboard:premier-league' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST)
  readonly topic: string = '';

  @ApiPropertyOptional({ description: 'Of a leaderboard: key of a window, or name of its definition.' })
  @IsOptional()
  @IsString()
  readonly window?: string;

  @ApiPropertyOptional({ enum: ['top', 'around'], default: 'top', description: 'Of a leaderboard.' })
  @IsOptional()
  @IsIn(['top', 'around'])
  readonly view?: 'top' | 'around';

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 10,
    description: 'Of a leaderboard: rows.',
  })
  @IsOptional()
  @Matches(/^\d{1,6}$/, { message: 'must be a whole number' })
  readonly limit?: string;

  @ApiPropertyOptional({ description: 'Of a leaderboard: whom to show the rows around. Of the feed: whose outcomes.' })
  @IsOptional()
  @IsString()
  readonly playerId?: string;

  @ApiPropertyOptional({ description: 'Of a leaderboard: of this part of the board.' })
  @IsOptional()
  @IsString()
  readonly segment?: string;

  @ApiPropertyOptional({ description: 'Of the feed: types of events, separated by commas.' })
  @IsOptional()
  @IsString()
  readonly types?: string;

  @ApiPropertyOptional({ description: 'Of the feed: statuses of events, separated by commas.' })
  @IsOptional()
  @IsString()
  readonly statuses?: string;

  @ApiPropertyOptional({ description: 'Of the feed: key of a rule that had an effect.' })
  @IsOptional()
  @IsString()
  readonly rule?: string;

  @ApiPropertyOptional({
    type: 'number',
    description: 'Of the feed: the share of outcomes that is sent; more than 0, at most 1.',
  })
  @IsOptional()
  @Matches(NUMBER, { message: 'must be a number' })
  readonly sample?: string;

  @ApiPropertyOptional({ description: 'Of `POST /v1/live/tickets`, where no `Authorization` can be sent.' })
  @IsOptional()
  @IsString()
  @MaxLength(TICKET_LENGTH)
  readonly ticket?: string;

  @ApiPropertyOptional({ description: 'The id of the last event seen, where no `Last-Event-ID` can be sent.' })
  @IsOptional()
  @Matches(EVENT_ID, { message: 'must be the id of an event of such a stream' })
  readonly lastEventId?: string;
}
