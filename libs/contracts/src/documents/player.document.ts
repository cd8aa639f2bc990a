import { SEPARATOR } from './separator.js';

export const PLAYERS_COLLECTION = 'players';

/** A stat's value and the event time that last contributed to it (for `last`: of the value that stands). */
export interface StatDocument {
  readonly value: number;
  readonly at: number;
  /** Under `last`: id of the event that gave the value, which decides between equal times. */
  readonly by?: string;
  /** Under `distinct`: the different values, sorted, each with the event time (ms) at which it came first. */
  readonly values?: readonly (readonly [text: string, at: number])[];
}

/** A player's entry in one window of one board. Columns are in the order the board declares its ties. */
export interface BoardEntryDocument {
  readonly score: number;
  readonly columns: readonly number[];
  /** Event time (ms) at which the result stood first; `Entry` in leaderboards/domain says whose. */
  readonly reachedAt: number;
  /** Under sum: nothing but zeros so far. */
  readonly idle?: true;
  /** Under first and last: id of the event that stands. */
  readonly by?: string;
  /** How many results there were, of a board that counts them. */
  readonly attempts?: number;
  /** Parts of the board that the player is in, sorted. */
  readonly parts?: readonly string[];
  /** That of them which is the player's group in the league of the board. */
  readonly seat?: string;
  /** Joined, and no result yet. */
  readonly awaiting?: true;
  /** Taken off the ranks by an operator. */
  readonly hidden?: true;
}

/** What a rule with limits, a cooldown or `first_time` keeps of a player; `RuleMemory` in rules/domain says what each is. */
export interface RuleMemoryDocument {
  readonly times: number;
  readonly at?: number;
  readonly periods?: Readonly<Record<string, { readonly of: number; readonly times: number }>>;
  readonly seen?: readonly string[];
}

export type AttributeValue = string | number | boolean;

/** What the owner of a player says of it. */
export interface ProfileDocument {
  readonly name?: string;
  readonly avatarUrl?: string;
  /** IANA name. */
  readonly timeZone?: string;
  /** By key, a slug; absent when there are none. */
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}

export type PlayerStatus = 'active' | 'suspended' | 'banned' | 'merged';

/** A status that a player can be given, and that another one can take back. */
export type OrderedStatus = Exclude<PlayerStatus, 'merged'>;

/** Why a player is not active, and since when (decision time, ms). */
export interface RestrictionDocument {
  readonly status: Exclude<PlayerStatus, 'active'>;
  readonly reason: string;
  readonly since: number;
  /** Who has what was the player’s; of `merged` alone. */
  readonly into?: string;
}

/** Everything the scoring service knows of a player. Open windows only. */
export interface PlayerDocument {
  readonly _id: string;
  readonly workspace: string;
  readonly playerId: string;
  readonly partition: number;
  readonly stats: Readonly<Record<string, StatDocument>>;
  readonly balances: Readonly<Record<string, number>>;
  /** board key → window key → entry */
  readonly boards: Readonly<Record<string, Readonly<Record<string, BoardEntryDocument>>>>;
  /** rule key and incarnation → what it keeps; absent where no rule keeps anything */
  readonly rules?: Readonly<Record<string, RuleMemoryDocument>>;
  /** stat key and incarnation → what was recorded in the latest hour (UTC, since the epoch); absent where no stat is bounded so */
  readonly hours?: Readonly<Record<string, { readonly hour: number; readonly total: number }>>;
  /** `boardId` → key of the tier of its league that the player plays in; absent where the player never moved. */
  readonly leagues?: Readonly<Record<string, string>>;
  /** title → how often it was given; absent where there are none */
  readonly titles?: Readonly<Record<string, number>>;
  /** item → how many; absent where there are none */
  readonly items?: Readonly<Record<string, number>>;
  /** Absent while nothing is known. */
  readonly profile?: ProfileDocument;
  /** Absent for an active player. */
  readonly restriction?: RestrictionDocument;
  /** What a banned player had on boards, as `boards`, which is empty then: nothing that reads boards sees the player. */
  readonly withheld?: PlayerDocument['boards'];
  /** Boards (`boardId`) where the player is hidden, sorted; absent where there are none. */
  readonly hiddenOn?: readonly string[];
  /** What the player is found by, derived from the rest: `playerFacets`. Absent when there is nothing. */
  readonly facets?: readonly string[];
  /** `searchName` of the name. */
  readonly nameKey?: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The facet of an attribute's value, by its text: 5 and `5` are found alike. */
export const attributeFacet = (key: string, value: AttributeValue): string => `attribute.${key}=${String(value)}`;

export const statusFacet = (status: PlayerStatus): string => `status=${status}`;

/** The facet of those who were merged into a player. */
export const mergedIntoFacet = (playerId: string): string => `mergedInto=${playerId}`;

/** The facet of those who play in a tier of the league of a board. */
export const leagueFacet = (board: string, tier: string): string => `league.${board}=${tier}`;

/** What a player with this profile, restriction and leagues is found by; sorted. */
export function playerFacets({
  profile,
  restriction,
  leagues = {},
}: Pick<PlayerDocument, 'profile' | 'restriction' | 'leagues'>): string[] {
  const attributes = Object.entries(profile?.attributes ?? {}).map(([key, value]) => attributeFacet(key, value));
  const merged = restriction?.into === undefined ? [] : [mergedIntoFacet(restriction.into)];
  const tiers = Object.entries(leagues).map(([board, tier]) => leagueFacet(board, tier));
  return [...attributes, ...(restriction ? [statusFacet(restriction.status)] : []), ...merged, ...tiers].sort();
}

/** A name, or the beginning of one, as it is compared: case and the form of its characters are nothing. */
export const searchName = (name: string): string => name.normalize('NFKC').toLowerCase();

/** `joinId`, without the list: several are built for every event. */
export const playerDocumentId = (workspace: string, playerId: string): string => workspace + SEPARATOR + playerId;
