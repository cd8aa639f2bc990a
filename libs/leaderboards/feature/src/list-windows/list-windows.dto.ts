import type { BoardWindowDocument, WindowEnding } from '@laurel/contracts';
import { toIso } from '@laurel/kernel';
import type { BoardWindow } from '@laurel/leaderboards-domain';
import { PageQueryDto } from '@laurel/platform-http';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { WindowDto } from '../reading/board-answer.dto.js';
import type { ListedWindows } from './list-windows.handler.js';

const MAX_PREVIEW = 50;

export class ListWindowsQueryDto extends PageQueryDto {
  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: MAX_PREVIEW,
    description: 'How many windows that are still to come are listed of each definition. Default: none.',
    example: 10,
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_PREVIEW)
  readonly preview?: number;
}

const STATES = ['upcoming', 'running', 'grace', 'closing', 'final', 'expired'] as const;
const ENDINGS: readonly WindowEnding[] = ['ended', 'schedule_changed'];

@ApiSchema({ name: 'ListedWindow' })
export class ListedWindowDto extends WindowDto {
  @ApiProperty({ description: 'What its definition is called.', example: 'weekly' })
  readonly name: string = '';

  @ApiProperty({
    enum: STATES,
    description:
      '`running`; `grace`: it has ended, and still takes late results of its time; `closing`: it takes nothing more, and its ' +
      'standings are being kept; `final`; `expired`: its rows are kept no longer (`keepWindows`).',
  })
  readonly state: (typeof STATES)[number] = 'running';

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'From when on it takes no results, its end and the grace of the leaderboard; null: it never closes.',
  })
  readonly closesAt: string | null = null;

  @ApiProperty({ required: false, type: 'integer', description: 'Rows that it ended with; of `final` ones.' })
  readonly total?: number;

  @ApiProperty({ required: false, enum: ENDINGS, description: 'Why it closed; of `closing` and `final` ones.' })
  readonly ending?: WindowEnding;
}

@ApiSchema({ name: 'WindowPage' })
export class WindowPageDto {
  @ApiProperty({ example: 'premier-league' })
  readonly board: string = '';

  @ApiProperty({ format: 'date-time', description: 'What time it is in the workspace.' })
  readonly now: string = '';

  @ApiProperty({ type: [ListedWindowDto], description: 'Those that take results: running, or in their grace.' })
  readonly open: readonly ListedWindowDto[] = [];

  @ApiProperty({ type: [ListedWindowDto], description: 'The next of each definition, if asked for.' })
  readonly upcoming: readonly ListedWindowDto[] = [];

  @ApiProperty({ type: [ListedWindowDto], description: 'Those that have closed, the latest first.' })
  readonly entries: readonly ListedWindowDto[] = [];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the page of earlier windows.' })
  readonly next: string | null = null;
}

export function toWindowPageDto({ board, now, open, upcoming, closed, next }: ListedWindows): WindowPageDto {
  const isOver = ({ end }: BoardWindow): boolean => end !== null && end <= now;
  return {
    board: board.key,
    now: toIso(now),
    // A season of history is over, and takes results for ever: it is not in any grace.
    open: open.map((window) => described(window, isOver(window) && window.closesAt !== null ? 'grace' : 'running')),
    upcoming: upcoming.map((window) => described(window, 'upcoming')),
    entries: closed.map(toClosedDto),
    next,
  };
}

function toClosedDto({
  window: key,
  state,
  total,
  ending,
  retiredAt,
  ...window
}: BoardWindowDocument): ListedWindowDto {
  const shown = state !== 'frozen' ? 'closing' : retiredAt === undefined ? 'final' : 'expired';
  return {
    ...described({ ...window, key }, shown),
    ...(shown === 'final' && total !== undefined ? { total } : {}),
    ending,
  };
}

function described(
  { key, name, start, end, timeZone, closesAt }: BoardWindow,
  state: ListedWindowDto['state'],
): ListedWindowDto {
  const iso = (at: number | null): string | null => (at === null ? null : toIso(at));
  const closed = !OPEN_STATES.has(state);
  return { key, name, start: iso(start), end: iso(end), timeZone, closed, closesAt: iso(closesAt), state };
}

/** In which a window takes results, or will. */
const OPEN_STATES: ReadonlySet<ListedWindowDto['state']> = new Set(['upcoming', 'running', 'grace']);
