import { ApiProperty } from '@nestjs/swagger';

export class PlayerDto {
  @ApiProperty({ example: 'arsenal' })
  readonly playerId: string = '';

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Values by the key of the stat: those of the released configuration that the player has.',
    example: { points: 75, goal_difference: 35 },
  })
  readonly stats: Readonly<Record<string, number>> = {};

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Balances by the key of the currency.',
    example: { coins: 71 },
  })
  readonly balances: Readonly<Record<string, number>> = {};
}
