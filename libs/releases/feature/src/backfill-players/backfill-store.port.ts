/** How far the backfill of a release is. */
export interface Backfill {
  readonly workspace: string;
  readonly release: number;
  /** Id of the credential that published the release. */
  readonly by: string;
  /** Players there were when the release was in force everywhere; null until then. */
  readonly total: number | null;
  /** Players for whom the order is in the event log; they are sent page by page, each behind the one before it. */
  readonly sent: number;
  /** Of them, those before the last page: theirs are carried out. */
  readonly done: number;
  /** The last player that was sent; empty before the first, and when all are done. */
  readonly cursor: string;
  /** Partition → offset of the last order in it. */
  readonly last: ReadonlyMap<number, number>;
  /** When all were carried out, milliseconds since the epoch; null until then. */
  readonly finishedAt: number | null;
}

/** A page of orders that went out. */
export interface SentPage {
  readonly cursor: string;
  readonly players: number;
  readonly last: ReadonlyMap<number, number>;
}

/** Where it is kept how far backfills are, and who the players are. */
export abstract class BackfillStore {
  /** Begins a backfill, unless it was begun before. */
  abstract begin(backfill: Pick<Backfill, 'workspace' | 'release' | 'by'>): Promise<void>;
  abstract find(workspace: string, release: number): Promise<Backfill | undefined>;
  abstract unfinished(): Promise<readonly Backfill[]>;
  /** Whether every partition has the release, or a later one: no event is still to be decided by an earlier one. */
  abstract isInForce(workspace: string, release: number): Promise<boolean>;
  /** Whether every partition has carried out what stands in it up to these offsets. */
  abstract isReached(last: ReadonlyMap<number, number>): Promise<boolean>;
  abstract countPlayers(workspace: string): Promise<number>;
  /** @returns ids behind `cursor`, in their order; at most `limit` */
  abstract playersAfter(workspace: string, cursor: string, limit: number): Promise<readonly string[]>;
  abstract setTotal(backfill: Backfill, total: number): Promise<void>;
  /** Notes a page; nothing where another instance has noted one behind the same cursor. */
  abstract addPage(backfill: Backfill, page: SentPage): Promise<void>;
  abstract finish(backfill: Backfill, finishedAt: number): Promise<void>;
}
