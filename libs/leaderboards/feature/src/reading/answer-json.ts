import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { BoardTarget } from '../board-directory/board-target.js';
import { describeReading } from './board-answer.js';
import type { BoardReading } from './board-reader.js';
import { isoText } from './iso-text.js';
import type { Row } from './standing-row.js';

/** Of answers that are handed over encoded. */
export const JSON_MEDIA_TYPE = 'application/json; charset=utf-8';

/** Writes rows of one board as JSON: exactly what `JSON.stringify` writes of `toStandingRow`, without making the objects. */
export function rowWriter({ ties }: Pick<BoardDefinition, 'ties'>): (row: Row) => string {
  const names = ties.columns.map(({ stat }, index) => `${index === 0 ? '' : ','}${JSON.stringify(stat)}:`);
  return ({ rank, playerId, score, columns, reachedAt }) => {
    let values = '';
    for (let index = 0; index < names.length; index += 1) values += `${names[index] ?? ''}${columns[index] ?? 0}`;
    const time = ties.then === 'shared' || reachedAt === null ? 'null' : `"${isoText(reachedAt)}"`;
    return (
      `{"rank":${String(rank)},"playerId":${JSON.stringify(playerId)},"score":${score},` +
      `"columns":{${values}},"reachedAt":${time}}`
    );
  };
}

/**
 * An answer with rows (`BoardRowsDto`) as JSON, encoded.
 *
 * @param more further members, each with its comma in front
 */
export function rowsJson(target: BoardTarget, reading: BoardReading, more = ''): Buffer {
  const write = rowWriter(target.board);
  const head = JSON.stringify(describeReading(target, reading)).slice(0, -1);
  let rows = '';
  for (const row of reading.rows) rows += rows === '' ? write(row) : `,${write(row)}`;
  return Buffer.from(`${head},"entries":[${rows}]${more}}`, 'utf8');
}
