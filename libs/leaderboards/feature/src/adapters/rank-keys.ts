import { type BoardDefinition, boardId, boardLayout } from '@laurel/leaderboards-domain';

/** Where the ranks of one window of one board live in Redis. */
export interface WindowKeys {
  /** Sorted set: rank order is ascending order. */
  readonly ranks: string;
  /** Hash: player id → what stands in front of it in its member. Only where the window's form is not packed (`RankForm`). */
  readonly rows: string;
  /** Hash: player id → the parts that it is in, joined. Only where the board has parts (`hasParts`). */
  readonly parts: string;
  /** Set: the parts that have rows. */
  readonly split: string;
  /** Sorted set: the different places that rows have, by the text of `placeKey`. Only under dense numbering. */
  readonly places: string;
  /** Hash: place → how many rows share it. */
  readonly counts: string;
  /** Keys of one part: ranks with the members and scores of the whole, places and counts of its own. */
  part(name: string): PartKeys;
}

export type PartKeys = Pick<WindowKeys, 'ranks' | 'places' | 'counts'>;

/** Where one board lives in Redis, in one generation of one layout. */
export interface BoardKeys {
  /** What the names of the others begin with. */
  readonly base: string;
  /** Hash: partition → `<epoch>:<offset>` or `repair:<token>`; `asOf` → decision time (ms) of the latest change. */
  readonly positions: string;
  /** Set: keys of the windows that have rows. */
  readonly windows: string;
  /** @param key of the window */
  window(key: string): WindowKeys;
}

export interface RankKeys extends BoardKeys {
  /** The generation that a rebuild is making: the same again, seen by no reader. */
  readonly next: BoardKeys;
  /** Token of the rebuild under way, with a time to live: who holds it may swap `next` in. */
  readonly rebuild: string;
  /** What the names of all keys of the board begin with, whatever its layout. */
  readonly board: string;
  /** `boardLayout` */
  readonly layout: string;
  /** Set: the layouts that the board has keys of. */
  readonly layouts: string;
  /** Set: keys of the windows whose standings are kept elsewhere for good. They have no ranks, in no layout. */
  readonly frozen: string;
}

/**
 * Keys of one board, in the layout that its definition gives it. All share one hash tag, so ranks and positions live in one slot
 * of a cluster and change in one script: whatever Redis loses, it loses both.
 */
export function rankKeys(prefix: string, workspace: string, board: BoardDefinition): RankKeys {
  const tag = boardTag(prefix, workspace, boardId(board));
  const layout = boardLayout(board);
  const base = `${tag}:${layout}`;
  return {
    ...generation(base),
    next: generation(`${base}:next`),
    rebuild: `${base}:rebuild`,
    board: tag,
    layout,
    layouts: `${tag}:layouts`,
    frozen: `${tag}:frozen`,
  };
}

/**
 * What the names of all keys of a board begin with.
 *
 * @param id key and incarnation, `boardId(board)`
 */
export const boardTag = (prefix: string, workspace: string, id: string): string => `${prefix}{${workspace}:${id}}`;

const generation = (base: string): BoardKeys => ({
  base,
  positions: `${base}:positions`,
  windows: `${base}:windows`,
  window: (key) => ({
    ...rankedAt(base, key),
    rows: `${base}:rows:${key}`,
    parts: `${base}:parts:${key}`,
    split: `${base}:split:${key}`,
    part: (name) => rankedAt(base, `${key}|${name}`),
  }),
});

const rankedAt = (base: string, name: string): PartKeys => ({
  ranks: `${base}:ranks:${name}`,
  places: `${base}:places:${name}`,
  counts: `${base}:counts:${name}`,
});
