import { toIso } from '@laurel/kernel';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { BoardAnswerDto } from './board-answer.dto.js';
import type { BoardReading } from './board-reader.js';

const isoOrNull = (epochMs: number | null): string | null => (epochMs === null ? null : toIso(epochMs));

/** What an answer says besides its rows. */
export function describeReading({ board, window }: BoardTarget, reading: BoardReading): BoardAnswerDto {
  const { start, end, timeZone } = window;
  const bounds = { key: window.key, start: isoOrNull(start), end: isoOrNull(end), timeZone };
  return reading.kind === 'ranked'
    ? { board: board.key, window: bounds, asOf: isoOrNull(reading.projected.asOf), total: reading.total }
    : { board: board.key, window: bounds, asOf: null, warming: true, total: null };
}
