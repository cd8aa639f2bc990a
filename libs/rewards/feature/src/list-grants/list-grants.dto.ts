import type { GrantState } from '@laurel/contracts';
import { PageQueryDto } from '@laurel/platform-http';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { GRANT_STATES } from '../grants/grant.dto.js';

/** What grants of one player are found by. */
export class ListPlayerGrantsDto extends PageQueryDto {
  @ApiProperty({ required: false, maxLength: 63, description: 'Only of this reward schedule: its key.' })
  @IsOptional()
  @IsString()
  @Length(1, 63)
  readonly source?: string;

  @ApiProperty({ required: false, maxLength: 63, description: 'Only of this leaderboard: its key.' })
  @IsOptional()
  @IsString()
  @Length(1, 63)
  readonly leaderboard?: string;

  @ApiProperty({ required: false, maxLength: 128, description: 'Only of this window: its key.' })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  readonly window?: string;

  @ApiProperty({ required: false, enum: [...GRANT_STATES], description: 'Only in this state.' })
  @IsOptional()
  @IsIn([...GRANT_STATES])
  readonly state?: GrantState;
}

export class ListGrantsDto extends ListPlayerGrantsDto {
  @ApiProperty({ required: false, maxLength: 128, description: 'Only of this player.' })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  readonly playerId?: string;
}
