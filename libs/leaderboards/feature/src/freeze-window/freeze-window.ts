import { randomUUID } from 'node:crypto';
import {
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  FROZEN_CHUNK,
  FROZEN_PLACES_COLLECTION,
  FROZEN_ROWS_COLLECTION,
  SEPARATOR,
  boardWindowId,
} from '@laurel/contracts';
import type { Clock } from '@laurel/kernel';
import type { ClientSession, Db, UpdateFilter } from 'mongodb';
import type { ClosingSteps } from '../close-windows/ports.js';
import { FrozenPortion } from './frozen-portion.js';
import type { ClosedWindow, FinalRows, WindowRows } from './window-rows.js';

/** Rows written in one transaction: many, since each transaction touches most of the buckets that places are in. */
const PORTION = 100_000;

/** Another instance is freezing the window, or has. */
class Superseded extends Error {}

/** A write of rows of a window, by the token of who freezes it; none before it has taken one. */
interface Write {
  readonly document: BoardWindowDocument;
  readonly token: string | undefined;
  readonly portion: FrozenPortion;
  readonly update: UpdateFilter<BoardWindowDocument>;
}

/**
 * Keeps the final rows of a window in MongoDB. Few rows go in with one transaction, which demands that nobody else has begun. Whoever
 * freezes more puts a token into the document of the window, and every write demands it: one who was taken over from can write nothing
 * more. A freeze that ended halfway is begun again from nothing.
 */
export class FreezeWindow {
  constructor(
    private readonly db: Db,
    private readonly rows: FinalRows,
    private readonly steps: ClosingSteps,
    private readonly clock: Clock,
    private readonly portion: number = PORTION,
  ) {}

  /** @returns whether it is frozen now; not while its rows can't be trusted, or where another instance freezes it */
  async freeze(closed: ClosedWindow): Promise<boolean> {
    const found = await this.rows.of(closed);
    if (!found) return false;
    try {
      await this.write(closed, found);
    } catch (error) {
      if (error instanceof Superseded) return false;
      throw error;
    }
    this.steps.reach('frozen');
    return true;
  }

  /**
   * @param buckets told at once: whoever is erased meanwhile is looked for in what is kept so far
   * @throws Superseded
   */
  private async claim({ _id, ...document }: BoardWindowDocument, buckets: number): Promise<string> {
    const token = randomUUID();
    const taken = { $set: { freezer: token, buckets } };
    const before = await this.windows.findOneAndUpdate({ _id, state: 'closing' }, taken);
    if (!before) throw new Superseded();
    if (before.freezer !== undefined) await this.clear(document);
    return token;
  }

  /** What an earlier try wrote. */
  private async clear({ workspace, board, window }: Omit<BoardWindowDocument, '_id'>): Promise<void> {
    const id = boardWindowId(workspace, board, window);
    const own = { _id: { $gte: id + SEPARATOR, $lt: id + AFTER_SEPARATOR } } as object;
    await this.db.collection(FROZEN_ROWS_COLLECTION).deleteMany(own);
    await this.db.collection(FROZEN_PLACES_COLLECTION).deleteMany(own);
  }

  private async write({ document, board }: ClosedWindow, found: WindowRows): Promise<void> {
    const buckets = Math.max(1, Math.ceil(found.total / FROZEN_CHUNK));
    const portion = new FrozenPortion(board, document, buckets);
    const limit = board.sizeLimit ?? Number.POSITIVE_INFINITY;
    let token = document.freezer === undefined ? undefined : await this.claim(document, buckets);
    for await (const rows of found.rows) {
      for (const row of rows.slice(0, limit - portion.total)) portion.take(row);
      if (portion.total >= limit) break;
      if (portion.waiting < this.portion) continue;
      token ??= await this.claim(document, buckets);
      await this.commit({ document, token, portion, update: { $set: { total: portion.total } } });
      this.steps.reach('freezing');
    }
    const { total, parts } = portion;
    const frozen = {
      state: 'frozen',
      frozenAt: this.clock.now(),
      total,
      buckets,
      ...(parts ? { parts } : {}),
    } as const;
    await this.commit({ document, token, portion, update: { $set: frozen, $unset: { freezer: '' } } });
  }

  /** @throws Superseded */
  private async commit({ document: { _id }, token, portion, update }: Write): Promise<void> {
    const filter = { _id, state: 'closing' as const, freezer: token ?? { $exists: false } };
    const move = async (session?: ClientSession): Promise<void> => {
      const { matchedCount } = await this.windows.updateOne(filter, update, session ? { session } : {});
      if (matchedCount === 0) throw new Superseded();
    };
    if (portion.waiting === 0) return move();
    const write = async (session: ClientSession): Promise<void> => {
      await move(session);
      await portion.write(this.db, session);
    };
    await this.db.client.withSession((session) =>
      session.withTransaction(() => write(session), { writeConcern: { w: 'majority', journal: true } }),
    );
    portion.done();
  }

  private get windows() {
    return this.db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION);
  }
}

/** The character that follows the separator: ids that begin with another one and the separator lie between. */
const AFTER_SEPARATOR = String.fromCharCode(SEPARATOR.charCodeAt(0) + 1);
