import {
  type BoardEntryDocument,
  type PlayerDocument,
  playerDocumentId,
  playerFacets,
  searchName,
} from '@laurel/contracts';
import type { Player } from '@laurel/scoring-domain';

export const toPlayer = (document: PlayerDocument): Player => ({
  workspace: document.workspace,
  playerId: document.playerId,
  stats: new Map(Object.entries(document.stats)),
  balances: new Map(Object.entries(document.balances)),
  boards: toBoards(document.boards),
  ...(document.rules ? { rules: new Map(Object.entries(document.rules)) } : {}),
  ...(document.hours ? { hours: new Map(Object.entries(document.hours)) } : {}),
  ...(document.leagues ? { leagues: new Map(Object.entries(document.leagues)) } : {}),
  ...(document.titles ? { titles: new Map(Object.entries(document.titles)) } : {}),
  ...(document.items ? { items: new Map(Object.entries(document.items)) } : {}),
  ...(document.profile ? { profile: document.profile } : {}),
  ...(document.restriction ? { restriction: document.restriction } : {}),
  ...(document.withheld ? { withheld: toBoards(document.withheld) } : {}),
  ...(document.hiddenOn ? { hiddenOn: document.hiddenOn } : {}),
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
  boards: fromBoards(player.boards),
  ...(player.rules ? { rules: Object.fromEntries(player.rules) } : {}),
  ...(player.hours ? { hours: Object.fromEntries(player.hours) } : {}),
  ...(player.titles ? { titles: Object.fromEntries(player.titles) } : {}),
  ...(player.items ? { items: Object.fromEntries(player.items) } : {}),
  ...(player.profile || player.restriction || player.leagues ? describing(player) : {}),
  ...(player.hiddenOn ? { hiddenOn: player.hiddenOn } : {}),
  createdAt: player.createdAt,
  updatedAt: player.updatedAt,
});

const toBoards = (boards: PlayerDocument['boards']): Player['boards'] =>
  new Map(Object.entries(boards).map(([board, windows]) => [board, new Map(Object.entries(windows))]));

const fromBoards = (boards: Player['boards']): PlayerDocument['boards'] =>
  Object.fromEntries(
    Array.from(boards, ([board, windows]): [string, Record<string, BoardEntryDocument>] => [
      board,
      Object.fromEntries(windows),
    ]),
  );

/** What most players lack: of leagues, a profile, a restriction and what is derived of them, only that which there is. */
function describing({ leagues, profile, restriction, withheld }: Player): Partial<PlayerDocument> {
  const known = {
    ...(leagues ? { leagues: Object.fromEntries(leagues) } : {}),
    ...(profile ? { profile } : {}),
    ...(restriction ? { restriction } : {}),
  };
  const facets = playerFacets(known);
  return {
    ...known,
    ...(withheld ? { withheld: fromBoards(withheld) } : {}),
    ...(facets.length > 0 ? { facets } : {}),
    ...(profile?.name === undefined ? {} : { nameKey: searchName(profile.name) }),
  };
}
