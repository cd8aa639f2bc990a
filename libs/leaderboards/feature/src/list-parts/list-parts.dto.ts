import { ApiProperty, ApiSchema } from '@nestjs/swagger';

export class ListPartsQueryDto {
  @ApiProperty({
    required: false,
    maxLength: 128,
    description: 'Key of a window, or the name of a recurring one. Default: that of a page.',
    example: '2014-15',
  })
  readonly window?: string;

  @ApiProperty({ required: false, maxLength: 512, description: 'How they begin.', example: 'country:' })
  readonly q?: string;

  @ApiProperty({ required: false, type: 'integer', minimum: 1, maximum: 100, default: 20, description: 'At most.' })
  readonly limit: number = 20;
}

@ApiSchema({ name: 'BoardPart' })
export class BoardPartDto {
  @ApiProperty({ description: 'As `segment` of every read takes it.', example: 'country:DE' })
  readonly segment: string = '';
}

@ApiSchema({ name: 'BoardParts' })
export class BoardPartsDto {
  @ApiProperty({ example: 'premier-league' })
  readonly board: string = '';

  @ApiProperty({ description: 'Key of the window.', example: '2014-15' })
  readonly window: string = '';

  @ApiProperty({ type: [BoardPartDto], description: 'By name.' })
  readonly entries: readonly BoardPartDto[] = [];

  @ApiProperty({ description: 'There are more that begin so.' })
  readonly hasMore: boolean = false;
}
