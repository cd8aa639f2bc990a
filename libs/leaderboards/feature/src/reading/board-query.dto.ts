import { ApiProperty } from '@nestjs/swagger';

/** How OpenAPI describes the queries that `board-query.ts` reads. Which window a read is of. */
export class WindowQueryDto {
  @ApiProperty({
    required: false,
    maxLength: 128,
    description:
      'Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of ' +
      'those that run, else the season that ended last, else `all`.',
    example: '2014-15',
  })
  readonly window?: string;

  @ApiProperty({
    required: false,
    maxLength: 512,
    description:
      'A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals ' +
      'and pages are then of that part.',
    example: 'country:DE',
  })
  readonly segment?: string;
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

/** A read of the rows around a score. */
export class AroundScoreQueryDto extends RowsQueryDto {
  @ApiProperty({ type: 'integer', description: 'The score, whether or not anyone has it.', example: 50 })
  readonly score: number = 0;
}

/** A read of pages. */
export class PagedQueryDto extends RowsQueryDto {
  @ApiProperty({
    required: false,
    maxLength: 2048,
    description: 'A `next` or `prev` of this list: same leaderboard, window, segment and range.',
  })
  readonly cursor?: string;
}

/** A read of a player's group in a league. */
export class LeagueQueryDto {
  @ApiProperty({
    required: false,
    maxLength: 128,
    description: 'Key of a window of the league. Default: the one that runs.',
    example: '2026-W47',
  })
  readonly window?: string;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 100,
    description: 'Rows of the group at most, the player in the middle. All of a larger group: `segment` of a page.',
  })
  readonly limit: number = 100;
}
