import { toIso } from '@laurel/kernel';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { BoardAnswerDto, WindowDto } from './board-answer.dto.js';
import type { BoardReading } from './board-reader.js';

const isoOrNull = (epochMs: number | null): string | null => (epochMs === null ? null : toIso(epochMs));

/** A window as clients see it. */
export const describeWindow = ({ window, closed }: BoardTarget): WindowDto => {
  const { key, start, end, timeZone } = window;
  return { key, start: isoOrNull(start), end: isoOrNull(end), timeZone, closed: closed === true };
};

/** What an answer says besides its rows. */
export function describeReading(target: BoardTarget, reading: BoardReading): BoardAnswerDto {
  const { board, part } = target;
  const what = { board: board.key, window: describeWindow(target), ...(part === undefined ? {} : { segment: part }) };
  return reading.kind === 'ranked'
    ? { ...what, asOf: isoOrNull(reading.projected.asOf), total: reading.total }
    : { ...what, asOf: null, warming: true, total: null };
}
