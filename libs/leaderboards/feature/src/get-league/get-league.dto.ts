import { ApiProperty } from '@nestjs/swagger';
import type { LeagueZone } from '@laurel/leaderboards-domain';
import { BoardAnswerDto, StandingRowDto } from '../reading/board-answer.dto.js';

export class SeatDto {
  @ApiProperty({ description: 'Key of the tier that the group is of.', example: 'silver' })
  readonly tier: string = '';

  @ApiProperty({
    required: false,
    description: 'What players of one tier are kept apart by; absent where nothing does.',
    example: '1',
  })
  readonly band?: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Number of the group in tier and band.', example: 7 })
  readonly group: number = 1;
}

export class ZonesDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Rows of the group that would go up now.', example: 10 })
  readonly promoted: number = 0;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Rows of the group that would go down now.', example: 10 })
  readonly relegated: number = 0;
}

export class LeagueRowDto extends StandingRowDto {
  @ApiProperty({
    enum: ['promotion', 'relegation', 'stay'],
    nullable: true,
    description: 'What the row leads to when the window closes so; null while `warming`.',
  })
  readonly zone: LeagueZone | null = null;
}

/** A player's place in the league of a leaderboard. `total`, ranks and rows are those of the player's group. */
export class LeagueDto extends BoardAnswerDto {
  @ApiProperty({ description: 'Key of the tier that the player’s next seat is in.', example: 'silver' })
  readonly tier: string = '';

  @ApiProperty({
    type: SeatDto,
    nullable: true,
    description: 'The player’s group in the window; null before the first result.',
  })
  readonly seat: SeatDto | null = null;

  @ApiProperty({ type: ZonesDto, nullable: true, description: 'Null without a seat, and while `warming`.' })
  readonly zones: ZonesDto | null = null;

  @ApiProperty({ type: LeagueRowDto, nullable: true, description: 'The player’s own row; null where there is none.' })
  readonly entry: LeagueRowDto | null = null;

  @ApiProperty({ type: [LeagueRowDto], description: 'Rows of the group, the player among them, in rank order.' })
  readonly entries: readonly LeagueRowDto[] = [];
}
