import { toIso } from '@laurel/kernel';
import type { BoardWindow } from '@laurel/leaderboards-domain';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { BoardAnswerDto, WindowDto } from './board-answer.dto.js';
import type { BoardReading } from './board-reader.js';

const isoOrNull = (epochMs: number | null): string | null => (epochMs === null ? null : toIso(epochMs));

/** A window as answers name it. */
export const describeWindow = ({ key, start, end, timeZone }: BoardWindow): WindowDto => ({
  key,
  start: isoOrNull(start),
  end: isoOrNull(end),
  timeZone,
});

/** What an answer says besides its rows. */
export function describeReading({ board, window }: BoardTarget, reading: BoardReading): BoardAnswerDto {
  const bounds = describeWindow(window);
  return reading.kind === 'ranked'
    ? { board: board.key, window: bounds, asOf: isoOrNull(reading.projected.asOf), total: reading.total }
    : { board: board.key, window: bounds, asOf: null, warming: true, total: null };
}
