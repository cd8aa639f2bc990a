import { toIso } from '@laurel/kernel';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Backfill } from '../backfill-players/backfill-store.port.js';

@ApiSchema({ name: 'BackfillPlayers' })
class BackfillPlayersDto {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'To be filled; 0 until the release is in force everywhere.',
  })
  readonly total: number = 0;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Of them, those whose turn it is or was.' })
  readonly sent: number = 0;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Of them, at least so many are filled.' })
  readonly done: number = 0;
}

@ApiSchema({ name: 'Backfill' })
export class BackfillDto {
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly release: number = 0;

  @ApiProperty({
    enum: ['none', 'running', 'done'],
    description: '`none`: nothing begins with this release that is to begin with what was recorded before.',
  })
  readonly state: 'none' | 'running' | 'done' = 'none';

  @ApiProperty({ type: BackfillPlayersDto })
  readonly players: BackfillPlayersDto = new BackfillPlayersDto();

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When all were filled.' })
  readonly finishedAt: string | null = null;
}

/** @param backfill undefined where it is not begun, or there is none */
export function toBackfillDto(release: number, isNeeded: boolean, backfill: Backfill | undefined): BackfillDto {
  if (!isNeeded || !backfill) return { ...new BackfillDto(), release, state: isNeeded ? 'running' : 'none' };
  const { sent, done, total, finishedAt } = backfill;
  return {
    release,
    state: finishedAt === null ? 'running' : 'done',
    // Players who came while it was begun have nothing to be filled with, and are sent all the same.
    players: { total: Math.max(total ?? 0, sent), sent, done },
    finishedAt: finishedAt === null ? null : toIso(finishedAt),
  };
}
