import { BOARD_SCHEDULES_COLLECTION, type BoardScheduleDocument, joinId } from '@laurel/contracts';
import { type Clock, type Log } from '@laurel/kernel';
import { LOG } from '@laurel/platform-observability';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';
import { SCORING_CLOCK } from '../scoring.tokens.js';

/** Players carry entries of frozen windows for so much longer at most than they must, ms. */
const FRESH_MS = 10_000;

/** How far the definitions of boards are frozen: by that players lose the entries that they need not carry. */
@Injectable()
export class FrozenSeries {
  private known: ReadonlyMap<string, number> = new Map();
  private askedAt = Number.NEGATIVE_INFINITY;

  constructor(
    @Inject(MONGO_DB) private readonly db: Db,
    @Inject(SCORING_CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Whether nothing is frozen, as where no board has windows that end. */
  get isEmpty(): boolean {
    return this.known.size === 0;
  }

  /** @returns ms; undefined where nothing of it is frozen */
  frozenTo(workspace: string, boardId: string, definition: string): number | undefined {
    return this.known.get(joinId(workspace, boardId, definition));
  }

  /** Asks the database now and then. Nothing waits for the answer: what is dropped later is no less right. */
  refresh(): void {
    const now = this.clock.now();
    if (now - this.askedAt < FRESH_MS) return;
    this.askedAt = now;
    this.load().catch((error: unknown) => this.log.warn({ reason: String(error) }, 'frozen.not_known'));
  }

  async load(): Promise<void> {
    const found = await this.db
      .collection<BoardScheduleDocument>(BOARD_SCHEDULES_COLLECTION)
      .find({ frozenTo: { $exists: true } }, { projection: { frozenTo: 1 } })
      .toArray();
    this.known = new Map(found.flatMap(({ _id, frozenTo }) => (frozenTo === undefined ? [] : [[_id, frozenTo]])));
  }
}
