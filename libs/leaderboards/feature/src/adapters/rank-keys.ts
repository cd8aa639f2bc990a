/** Where one window of one board lives in Redis. */
export interface RankKeys {
  /** Hash: partition → `<epoch>:<offset>` or `repair:<token>`; `asOf` → decision time (ms) of the latest change. */
  readonly positions: string;
  /** Sorted set: rank order is ascending order. */
  readonly ranks: string;
  /** Hash: player id → row code, from which member, columns and time are read. */
  readonly rows: string;
}

/**
 * Keys of one window. Everything of a board shares one hash tag, so its data and its positions live in one slot of a
 * cluster and change in one script: whatever Redis loses, it loses both.
 *
 * @param boardId key and incarnation, `boardId(board)`
 */
export function rankKeys(prefix: string, workspace: string, boardId: string, window: string): RankKeys {
  const board = `${prefix}{${workspace}:${boardId}}`;
  return {
    positions: `${board}:positions`,
    ranks: `${board}:ranks:${window}`,
    rows: `${board}:rows:${window}`,
  };
}
