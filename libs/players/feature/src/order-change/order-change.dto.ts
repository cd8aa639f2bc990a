import { ApiProperty, ApiSchema } from '@nestjs/swagger';

export class PlaceDto {
  @ApiProperty({ type: 'integer', minimum: 0, example: 3 })
  readonly partition: number = 0;

  @ApiProperty({ type: 'integer', minimum: 0, example: 1042 })
  readonly offset: number = 0;
}

/** A change that the event log has, and that was not carried out within the wait. */
@ApiSchema({ name: 'PlayerChangeAccepted' })
export class ChangeAcceptedDto {
  @ApiProperty({ example: 'arsenal' })
  readonly playerId: string = '';

  @ApiProperty({
    description: 'The change’s own id: an event of that id tells what became of it.',
    example: 'laurel.player.banned.msg_0198c2f0-5b5e-7c1a-9f3e-2d6b8a4c1e57',
  })
  readonly commandId: string = '';

  @ApiProperty({ enum: ['accepted'] })
  readonly status = 'accepted' as const;

  @ApiProperty({ type: PlaceDto, description: 'Where the event log has the change.' })
  readonly receipt: { readonly partition: number; readonly offset: number } = new PlaceDto();
}
