import { type BoardEntryDocument, type PlayerDocument, playerDocumentId } from '@laurel/contracts';
import type { Player } from '@laurel/scoring-domain';

export const toPlayer = (document: PlayerDocument): Player => ({
  workspace: document.workspace,
  playerId: document.playerId,
  stats: new Map(Object.entries(document.stats)),
  balances: new Map(Object.entries(document.balances)),
  boards: new Map(Object.entries(document.boards).map(([board, windows]) => [board, new Map(Object.entries(windows))])),
  ...(document.rules ? { rules: new Map(Object.entries(document.rules)) } : {}),
  createdAt: document.createdAt,
  updatedAt: document.updatedAt,
});

export const toPlayerDocument = (player: Player, partition: number): PlayerDocument => ({
  _id: playerDocumentId(player.workspace, player.playerId),
  workspace: player.workspace,
  playerId: player.playerId,
  partition,
  stats: Object.fromEntries(player.stats),
  balances: Object.fromEntries(player.balances),
  boards: Object.fromEntries(
    Array.from(player.boards, ([board, windows]): [string, Record<string, BoardEntryDocument>] => [
      board,
      Object.fromEntries(windows),
    ]),
  ),
  ...(player.rules ? { rules: Object.fromEntries(player.rules) } : {}),
  createdAt: player.createdAt,
  updatedAt: player.updatedAt,
});
