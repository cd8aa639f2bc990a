import type { BoardChange, BoardTable } from '@laurel/sdk';

/** What just happened to a row. */
export interface RecentChange {
  /** Places won, less than 0 where places were lost; 0 for a row that kept its place. */
  readonly places: number;
  /** What the score changed by. */
  readonly score: number;
  /** Players who went past. */
  readonly overtakenBy: readonly string[];
  /** The row is new to the view. */
  readonly isNew: boolean;
  /** ms */
  readonly at: number;
}

export type RecentChanges = ReadonlyMap<string, RecentChange>;

/** How long a change is shown beside its row, ms. */
export const SHOWN_MS = 6_000;

/** What is shown beside rows after a change of the table. A snapshot begins anew: it says how things are, not what happened. */
export function withChange(
  recent: RecentChanges,
  before: BoardTable | undefined,
  change: BoardChange,
  at: number,
): RecentChanges {
  if (change.kind === 'snapshot' || !before) return new Map();
  const scores = new Map(before.rows.map(({ playerId, score }) => [playerId, score]));
  const next = new Map([...recent].filter(([, entry]) => at - entry.at < SHOWN_MS));
  for (const { playerId, score } of change.changed) {
    const was = scores.get(playerId);
    if (was !== score)
      next.set(playerId, { ...NOTHING, score: was === undefined ? 0 : score - was, isNew: was === undefined, at });
  }
  for (const { playerId, from, to, overtakenBy = [] } of change.moves) {
    const places = from === null || to === null ? 0 : from - to;
    next.set(playerId, { ...(next.get(playerId) ?? NOTHING), places, overtakenBy, at });
  }
  return next;
}

const NOTHING = { places: 0, score: 0, overtakenBy: [], isNew: false } as const;
