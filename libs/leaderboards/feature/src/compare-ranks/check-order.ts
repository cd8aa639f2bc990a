import { SEPARATOR } from '@laurel/contracts';
import { type BoardDefinition, compareEntries } from '@laurel/leaderboards-domain';
import type { RankedSet } from './ranks-content.js';

/** Players of rows that stand before the row in front of them, by the board's own definition; at most so many. */
export async function misplaced(board: BoardDefinition, set: RankedSet, limit: number): Promise<string[]> {
  const found: string[] = [];
  const row = (slice: readonly string[], index: number) => {
    const { reachedAt, ...read } = set.form.read(Number(slice[index + 1]), slice[index] ?? '');
    return { ...read, reachedAt: reachedAt ?? 0 };
  };
  for await (const slice of set.slices()) {
    for (let index = 2; index < slice.length; index += 2) {
      const [before, behind] = [row(slice, index - 2), row(slice, index)];
      if (compareEntries(board, before, behind) >= 0 && found.length < limit) found.push(behind.playerId);
    }
  }
  return found;
}

/** A place with the rows that stand on it one behind the other. */
interface Run {
  readonly place: string;
  readonly playerId: string;
  rows: number;
}

/**
 * Players of whose rows it is told wrongly how many share their place; '' where there are places without rows. At most so many,
 * and while rows move perhaps too many.
 */
export async function miscounted(set: RankedSet, limit: number): Promise<string[]> {
  const width = set.form.prefixWidth;
  const found: string[] = [];
  let places = 0;
  let open: Run | undefined;
  const check = async (runs: readonly Run[]): Promise<void> => {
    places += runs.length;
    const told = await set.sharing(runs.map(({ place }) => place));
    for (const [index, { rows, playerId }] of runs.entries()) {
      if (told[index] !== rows && found.length < limit) found.push(playerId);
    }
  };
  let isFirst = true;
  for await (const slice of set.slices()) {
    const ended: Run[] = [];
    // Each slice begins with the last row of the one before.
    for (let index = isFirst ? 0 : 2; index < slice.length; index += 2) {
      const [member = '', score = ''] = [slice[index], slice[index + 1]];
      const place: string = member.slice(0, width) + SEPARATOR + score;
      if (open?.place === place) open.rows += 1;
      else {
        if (open) ended.push(open);
        open = { place, playerId: member.slice(width), rows: 1 };
      }
    }
    isFirst = false;
    await check(ended);
  }
  if (open) await check([open]);
  if ((await set.placesSize()) !== places && found.length < limit) found.push('');
  return found;
}
