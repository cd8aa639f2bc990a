import { playerDocumentId, playerKey, partitionOf } from '@laurel/contracts';
import type { CompiledBoard, Player } from '@laurel/scoring-domain';
import type { ScoringStore } from '../adapters/scoring-store.mongo.js';
import type { BoardRef } from '../partition/partition-state.js';
import type { RankProjection } from '../partition/rank-projection.port.js';

/** Players to take off a board, with what those of them who are in other windows of it have there. */
export interface StrayPlayers {
  readonly playerIds: readonly string[];
  readonly players: readonly Player[];
}

/** A partition's players who stand in a window of a board without an entry that is committed. */
export async function* strayPlayers(
  projection: Pick<RankProjection, 'playersOf'>,
  store: Pick<ScoringStore, 'loadPlayers'>,
  partition: number,
  { workspace, board }: BoardRef,
  { definition }: CompiledBoard,
): AsyncGenerator<StrayPlayers> {
  for await (const { window, playerIds } of projection.playersOf(workspace, definition)) {
    const own = playerIds.filter((playerId) => partitionOf(playerKey(workspace, playerId)) === partition);
    const committed = await store.loadPlayers(own.map((playerId) => playerDocumentId(workspace, playerId)));
    const found = (playerId: string) => committed.get(playerDocumentId(workspace, playerId));
    const strays = own.filter((playerId) => !found(playerId)?.boards.get(board)?.has(window));
    if (strays.length > 0) yield { playerIds: strays, players: strays.flatMap((playerId) => found(playerId) ?? []) };
  }
}
