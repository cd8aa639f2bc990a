import { createHmac } from 'node:crypto';
import { SEPARATOR, TOMBSTONES_COLLECTION, type TombstoneDocument, playerDocumentId } from '@laurel/contracts';
import type { Collection, Db } from 'mongodb';

/** Players whose history is gone, or going. Whoever only hides what is going needs no key. */
export class Tombstones {
  constructor(private readonly db: Db) {}

  /** Document ids of the players of a workspace, or of all, whose history is being erased: what is left of it is not shown. */
  async beingErased(workspace?: string): Promise<ReadonlySet<string>> {
    const own = workspace === undefined ? {} : { workspace };
    const found = await this.collection
      .find({ ...own, sweep: { $exists: true } })
      .project<Pick<TombstoneDocument, 'workspace' | 'sweep'>>({ workspace: 1, sweep: 1 })
      .toArray();
    return new Set(found.flatMap(({ workspace: of, sweep }) => (sweep ? playerDocumentId(of, sweep.playerId) : [])));
  }

  get collection(): Collection<TombstoneDocument> {
    return this.db.collection(TOMBSTONES_COLLECTION);
  }
}

/** Names tombstones. The same id under another key is another name, so the key can't be changed without forgetting who is erased. */
export class ErasureKey {
  /** @param key of at least 32 characters that nobody can guess */
  constructor(private readonly key: string) {}

  /** The id of a player's tombstone, whether there is one or not. */
  tombstoneOf(workspace: string, playerId: string): string {
    return createHmac('sha256', this.key)
      .update(workspace + SEPARATOR + playerId)
      .digest('hex');
  }
}
