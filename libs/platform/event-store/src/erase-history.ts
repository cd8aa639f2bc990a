import type { Collection, Db } from 'mongodb';
import { playerKey64 } from './event-key.js';
import { pageWithout } from './erased-page.js';
import { EVENT_PAGES_COLLECTION, type EventPageDocument } from './event-page.js';
import { LEDGER_PAGES_COLLECTION, type LedgerPageDocument } from './ledger-page.js';

/** Whose records and ledger entries go. */
export interface ErasedHistory {
  readonly workspace: string;
  readonly playerId: string;
}

/**
 * Writes the pages that name a player anew, without the player: the one thing that changes what is recorded. Pages are shared by
 * the players of a batch, so nothing is deleted but a ledger page that holds nothing any more. Done again it goes on where it
 * ended, and two that do it at once do no harm: a page is replaced only as it was read.
 */
export class EraseHistory {
  constructor(private readonly db: Db) {}

  /**
   * @param most pages to write
   * @param onPage after each page that was written
   * @returns how many it wrote: nothing of the player is left when it is none
   */
  async erase(player: ErasedHistory, most: number, onPage: () => void = () => undefined): Promise<number> {
    const events = await this.erasePages(player, most, onPage);
    return events + (events < most ? await this.eraseLedger(player, most - events, onPage) : 0);
  }

  private async erasePages({ workspace, playerId }: ErasedHistory, most: number, onPage: () => void): Promise<number> {
    let written = 0;
    const players = playerKey64(workspace, playerId);
    for await (const page of this.pages.find({ players, workspace })) {
      const without = pageWithout(page, playerId);
      // Another player who shares the key.
      if (!without) continue;
      const asRead = { _id: page._id, erased: page.erased ?? { $exists: false } };
      await this.pages.updateOne(asRead, { $set: { ...without } });
      written += 1;
      onPage();
      if (written >= most) break;
    }
    return written;
  }

  private async eraseLedger({ workspace, playerId }: ErasedHistory, most: number, onPage: () => void): Promise<number> {
    let written = 0;
    const key = playerKey64(workspace, playerId);
    for await (const page of this.ledger.find({ players: key, workspace })) {
      if (!page.entries.some((entry) => entry.playerId === playerId)) continue;
      const others = page.entries.filter((entry) => entry.playerId !== playerId);
      const isShared = others.some((entry) => playerKey64(workspace, entry.playerId).equals(key));
      const pull = { entries: { playerId }, ...(isShared ? {} : { players: key }) };
      await this.ledger.updateOne({ _id: page._id }, { $pull: pull as object });
      await this.ledger.deleteOne({ _id: page._id, entries: { $size: 0 } });
      written += 1;
      onPage();
      if (written >= most) break;
    }
    return written;
  }

  private get pages(): Collection<EventPageDocument> {
    return this.db.collection(EVENT_PAGES_COLLECTION);
  }

  private get ledger(): Collection<LedgerPageDocument> {
    return this.db.collection(LEDGER_PAGES_COLLECTION);
  }
}
