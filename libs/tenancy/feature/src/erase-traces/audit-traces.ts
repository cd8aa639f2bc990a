import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Collection, Db, Filter } from 'mongodb';
import { AUDIT_COLLECTION, type AuditDocument } from '../adapters/tenancy.documents.js';

/** Actions whose target is a player. */
const ON_PLAYERS = /^player(s|_tokens)\./;

/**
 * Takes a player who is erased out of the audit log: who did what, and when, stays; to whom does not. The only thing that changes
 * an entry.
 */
@Injectable()
export class AuditTraces {
  private readonly entries: Collection<AuditDocument>;

  constructor(@Inject(MONGO_DB) db: Db) {
    this.entries = db.collection<AuditDocument>(AUDIT_COLLECTION);
  }

  /** @param tombstone stands where the player’s id stood */
  async erase(workspace: string, playerId: string, tombstone: string): Promise<void> {
    const gone = { before: '', after: '' } as const;
    await this.entries.updateMany(
      { workspace, target: playerId, action: ON_PLAYERS },
      { $set: { target: tombstone }, $unset: gone },
    );
    await this.entries.updateMany(
      { workspace, 'actor.id': playerId, 'actor.kind': 'player_token' },
      { $set: { 'actor.id': tombstone } },
    );
    await this.entries.updateMany({ workspace, ...naming(playerId) }, { $unset: gone });
  }
}

/** Entries about something else that say whose it was. */
function naming(playerId: string): Filter<AuditDocument> {
  const member = JSON.stringify({ playerId }).slice(1, -1);
  const holds = (field: string): object => ({ $gte: [{ $indexOfBytes: [field, { $literal: member }] }, 0] });
  return { $expr: { $or: [holds('$before'), holds('$after')] } };
}
