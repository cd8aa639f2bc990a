import type { EventRecord } from '@laurel/contracts';
import { EVENT_VOIDED, PLAYER_ERASED, PLAYER_MERGED, PLAYER_STATUS_CHANGED, STANDING_REMOVED } from '@laurel/kernel';
import type { BoardRef } from '../partition/partition-state.js';

/** A board that records changed: whose entries, by window key. */
export interface MovedBoard extends BoardRef {
  readonly windows: ReadonlyMap<string, ReadonlySet<string>>;
  /** Players who had an event taken back, whose status changed, whose entry was removed, who were merged or erased: what they had on the board before is nothing any more. */
  readonly corrected: ReadonlySet<string>;
}

interface Draft extends BoardRef {
  readonly windows: Map<string, Set<string>>;
  readonly corrected: Set<string>;
}

/** Types of the records that may take entries away. */
const CORRECTIONS: ReadonlySet<string> = new Set([
  EVENT_VOIDED,
  PLAYER_STATUS_CHANGED,
  PLAYER_ERASED,
  PLAYER_MERGED,
  STANDING_REMOVED,
]);

/** The boards that records changed, in the order in which they first did. */
export function movedBoards(records: readonly EventRecord[]): MovedBoard[] {
  const moved: Draft[] = [];
  const byWorkspace = new Map<string, Map<string, Draft>>();
  for (const { workspace, playerId, type, effects } of records) {
    for (const effect of effects) {
      if (effect.kind !== 'standing' && effect.kind !== 'removal') continue;
      const boards = getOrAdd(byWorkspace, workspace, () => new Map<string, Draft>());
      const draft = getOrAdd(boards, effect.board, () => {
        const added: Draft = { workspace, board: effect.board, windows: new Map(), corrected: new Set() };
        moved.push(added);
        return added;
      });
      getOrAdd(draft.windows, effect.window, () => new Set<string>()).add(playerId);
      if (CORRECTIONS.has(type)) draft.corrected.add(playerId);
    }
  }
  return moved;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}
