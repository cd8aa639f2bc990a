import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';
import { ChangeStatusDto } from '../change-status/change-status.dto.js';

const AMOUNTS = {
  selfRequired: false,
  type: 'object',
  maxProperties: 100,
  additionalProperties: { type: 'integer' },
} as const;

/** What is put right of a player; at least one amount, and none of 0. */
@ApiSchema({ name: 'PlayerCorrection' })
export class CorrectPlayerDto extends ChangeStatusDto {
  @ApiProperty({
    ...AMOUNTS,
    description: 'By currency, in its smallest units: how much is paid in, or taken out where it is less than 0.',
    example: { coins: -250 },
  })
  @IsOptional()
  @IsObject()
  readonly balances?: Readonly<Record<string, unknown>>;

  @ApiProperty({
    ...AMOUNTS,
    description: 'By stat that is a `sum` or a `count`, in its smallest units: how much more, or less.',
    example: { points: 3 },
  })
  @IsOptional()
  @IsObject()
  readonly stats?: Readonly<Record<string, unknown>>;
}
