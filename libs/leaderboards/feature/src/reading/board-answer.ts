import { toIso } from '@laurel/kernel';
import { windowBounds, windowKey } from '@laurel/leaderboards-domain';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { BoardAnswerDto } from './board-answer.dto.js';
import type { BoardReading } from './board-reader.js';

const isoOrNull = (epochMs: number | null): string | null => (epochMs === null ? null : toIso(epochMs));

/** What an answer says besides its rows. */
export function describeReading({ board, window }: BoardTarget, reading: BoardReading): BoardAnswerDto {
  const { start, end } = windowBounds(window);
  const bounds = { key: windowKey(window), start: isoOrNull(start), end: isoOrNull(end) };
  return reading.kind === 'ranked'
    ? { board: board.key, window: bounds, asOf: isoOrNull(reading.projected.asOf), total: reading.total }
    : { board: board.key, window: bounds, asOf: null, warming: true, total: null };
}
