import {
  PLAYERS_COLLECTION,
  type PlayerDocument,
  attributeFacet,
  playerDocumentId,
  searchName,
  statusFacet,
} from '@laurel/contracts';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Db, Filter, FindCursor } from 'mongodb';
import { type FoundPlayer, PLAYER_PROJECTION, toStoredPlayer } from '../get-player/stored-player.js';
import { type ListPlace, type ListedPlayer, type PlayerFilter, PlayerListing } from './player-listing.js';

/** Behind every text that begins with a prefix: no text holds it. */
const LAST = '\u{10ffff}';

type Section = ListPlace['section'];
type Found = FoundPlayer & Pick<PlayerDocument, 'nameKey'>;

/** Lists players by indexes alone: by id, by a facet and id, and by name. */
@Injectable()
export class MongoPlayerListing extends PlayerListing {
  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    super();
  }

  override async list(
    filter: PlayerFilter,
    behind: ListPlace | undefined,
    limit: number,
  ): Promise<readonly ListedPlayer[]> {
    const ids = behind?.section === 'names' ? [] : await this.section('ids', filter, behind, limit);
    if (filter.prefix === undefined || ids.length === limit) return ids;
    const start = behind?.section === 'names' ? behind : undefined;
    return [...ids, ...(await this.section('names', filter, start, limit - ids.length))];
  }

  /** The query of one section of the list, for whoever wants to know how it is served. */
  query(section: Section, filter: PlayerFilter, behind: ListPlace | undefined): FindCursor<Found> {
    const facets = facetsOf(filter);
    const conditions: Filter<PlayerDocument>[] = [
      { workspace: filter.workspace },
      ...facets.map((facet): Filter<PlayerDocument> => ({ facets: facet })),
      ...(filter.status === 'active' ? [{ restriction: { $exists: false } }] : []),
      ...(section === 'ids' ? idConditions(filter, behind) : nameConditions(filter, behind)),
    ];
    return this.db
      .collection<PlayerDocument>(PLAYERS_COLLECTION)
      .find<Found>({ $and: conditions })
      .project<Found>({ ...PLAYER_PROJECTION, nameKey: 1 })
      .sort(section === 'ids' ? { _id: 1 } : { nameKey: 1, _id: 1 });
  }

  private async section(
    section: Section,
    filter: PlayerFilter,
    behind: ListPlace | undefined,
    limit: number,
  ): Promise<ListedPlayer[]> {
    const found = await this.query(section, filter, behind).limit(limit).toArray();
    return found.map((player) => ({
      place: { section, playerId: player.playerId, nameKey: section === 'ids' ? '' : (player.nameKey ?? '') },
      player: toStoredPlayer(player),
    }));
  }
}

/** An active player has no facet of the status: most players would have it. */
const facetsOf = ({ attributes, status }: PlayerFilter): string[] => [
  ...Array.from(attributes, ([key, value]) => attributeFacet(key, value)),
  ...(status === undefined || status === 'active' ? [] : [statusFacet(status)]),
];

const idConditions = (
  { workspace, prefix = '' }: PlayerFilter,
  behind: ListPlace | undefined,
): Filter<PlayerDocument>[] => [
  {
    _id: {
      ...(behind
        ? { $gt: playerDocumentId(workspace, behind.playerId) }
        : { $gte: playerDocumentId(workspace, prefix) }),
      $lt: playerDocumentId(workspace, prefix + LAST),
    },
  },
];

/** Without those whose id begins with the prefix, who were listed before. */
function nameConditions(
  { workspace, prefix = '' }: PlayerFilter,
  behind: ListPlace | undefined,
): Filter<PlayerDocument>[] {
  const name = searchName(prefix);
  const [first, last] = [playerDocumentId(workspace, prefix), playerDocumentId(workspace, prefix + LAST)];
  const own = behind && playerDocumentId(workspace, behind.playerId);
  return [
    { nameKey: { $gte: behind?.nameKey ?? name, $lt: name + LAST } },
    { $or: [{ _id: { $lt: first } }, { _id: { $gte: last } }] },
    ...(behind && own !== undefined
      ? [{ $or: [{ nameKey: { $gt: behind.nameKey } }, { nameKey: behind.nameKey, _id: { $gt: own } }] }]
      : []),
  ];
}
