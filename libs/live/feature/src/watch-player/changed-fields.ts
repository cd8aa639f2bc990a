import { isDeepStrictEqual } from 'node:util';
import type { PlayerState } from '@laurel/contracts';

/** The fields of a player that are others than before, each whole; undefined where none is. */
export function changedFields(before: PlayerState, after: PlayerState): Partial<PlayerState> | undefined {
  const names = Object.keys(after) as (keyof PlayerState)[];
  const changed = names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  return changed.length === 0 ? undefined : Object.fromEntries(changed.map((name) => [name, after[name]]));
}
