import type { PlayerStatus } from '@laurel/contracts';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { PLAYER_STATUSES, PlayerDto } from '../get-player/get-player.dto.js';
import { LONGEST_CURSOR } from './list-cursor.js';

export const MAX_LIMIT = 100;
export const DEFAULT_LIMIT = 50;
export const LONGEST_PREFIX = 128;

/** The parameters with names of their own, as `list-players.openapi.ts` describes them; attributes are read by `splitQuery`. */
export class ListPlayersQueryDto {
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_PREFIX)
  readonly q?: string;

  @IsOptional()
  @IsIn(PLAYER_STATUSES)
  readonly status?: PlayerStatus;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_LIMIT)
  readonly limit: number = DEFAULT_LIMIT;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CURSOR)
  readonly cursor?: string;
}

@ApiSchema({ name: 'PlayerList' })
export class PlayerListDto {
  @ApiProperty({ type: [PlayerDto] })
  readonly entries: readonly PlayerDto[] = [];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of what follows; null at the end.' })
  readonly next: string | null = null;
}
