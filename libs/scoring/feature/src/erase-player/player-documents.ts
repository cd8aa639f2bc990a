import type { Db } from 'mongodb';

/**
 * Collections, beside players and history, whose documents are each of one player, named by `workspace` and `playerId`. Whoever
 * adds such a collection adds it here, and to docs/operations/erasure.md.
 */
export const COLLECTIONS_OF_PLAYERS: readonly string[] = [
  'claims',
  'grants',
  'leagueSeats',
  'quarantine',
  'standingCorrections',
];

/** Deletes every document of a player from them. */
export async function erasePlayerDocuments(db: Db, workspace: string, playerId: string): Promise<void> {
  for (const name of COLLECTIONS_OF_PLAYERS) await db.collection(name).deleteMany({ workspace, playerId });
}
