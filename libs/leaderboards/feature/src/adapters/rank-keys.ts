/** Where the ranks of one window of one board live in Redis. */
export interface WindowKeys {
  /** Sorted set: rank order is ascending order. */
  readonly ranks: string;
  /** Hash: player id → what stands in front of it in its member. Only where the window's form is not packed (`RankForm`). */
  readonly rows: string;
}

/** Where one board lives in Redis. */
export interface BoardKeys {
  /** Hash: partition → `<epoch>:<offset>` or `repair:<token>`; `asOf` → decision time (ms) of the latest change. */
  readonly positions: string;
  /** @param key of the window */
  window(key: string): WindowKeys;
}

export interface RankKeys extends BoardKeys {
  /** The generation that a rebuild is making: the same again, seen by no reader. */
  readonly next: BoardKeys;
  /** Token of the rebuild under way, with a time to live: who holds it may swap `next` in. */
  readonly rebuild: string;
}

/**
 * Keys of one board. All share one hash tag, so ranks and positions live in one slot of a cluster and change in one script:
 * whatever Redis loses, it loses both.
 *
 * @param boardId key and incarnation, `boardId(board)`
 */
export function rankKeys(prefix: string, workspace: string, boardId: string): RankKeys {
  const board = `${prefix}{${workspace}:${boardId}}`;
  return { ...generation(board), next: generation(`${board}:next`), rebuild: `${board}:rebuild` };
}

const generation = (name: string): BoardKeys => ({
  positions: `${name}:positions`,
  window: (key) => ({ ranks: `${name}:ranks:${key}`, rows: `${name}:rows:${key}` }),
});
