import { OrderPlaceDto } from '@laurel/platform-http';
import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';

const LONGEST_REASON = 500;

export class EraseQuery {
  @ApiPropertyOptional({
    minLength: 1,
    maxLength: LONGEST_REASON,
    description: 'Why, for people: the audit log keeps it, and nothing else does. It must not name the player.',
    example: 'Asked for by the player, ticket 4711.',
  })
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_REASON)
  @Matches(/\S/u, { message: 'reason must not be blank' })
  readonly reason?: string;
}

/** A player who is erased. */
@ApiSchema({ name: 'PlayerErased' })
export class PlayerErasedDto {
  @ApiProperty({ enum: ['erased'] })
  readonly status = 'erased' as const;

  @ApiProperty({
    description:
      'What stands for the player from now on: a keyed hash of the id. The audit log names the erasure by it.',
    example: 'b7e23ec29af22b0b4e41da31e868d57226121c84e1a0d4c6a9b1e0f6f8f6f8f6',
  })
  readonly tombstone: string = '';
}

/** An erasure that the event log has, and that was not carried out within the wait. */
@ApiSchema({ name: 'PlayerErasureAccepted' })
export class ErasureAcceptedDto {
  @ApiProperty({ enum: ['accepted'] })
  readonly status = 'accepted' as const;

  @ApiProperty({ description: 'What will stand for the player.' })
  readonly tombstone: string = '';

  @ApiProperty({ type: OrderPlaceDto, description: 'Where the event log has the order.' })
  readonly receipt: { readonly partition: number; readonly offset: number } = new OrderPlaceDto();
}
