import { ApiProperty } from '@nestjs/swagger';

/** How OpenAPI describes the queries that `board-query.ts` reads. Which window a read is of. */
export class WindowQueryDto {
  @ApiProperty({
    required: false,
    maxLength: 63,
    description: 'Key of a window; default: the running season, else the last one, else `all`.',
    example: '2014-15',
  })
  readonly window?: string;
}

/** A read of several rows of a window. */
export class RowsQueryDto extends WindowQueryDto {
  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 20,
    description: 'Rows at most.',
  })
  readonly limit: number = 20;
}
