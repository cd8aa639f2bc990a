import { SEPARATOR } from './separator.js';

export const PLAYERS_COLLECTION = 'players';

/** A stat's value and the event time that last contributed to it (for `last`: of the value that stands). */
export interface StatDocument {
  readonly value: number;
  readonly at: number;
  /** Under `last`: id of the event that gave the value, which decides between equal times. */
  readonly by?: string;
}

/** A player's entry in one window of one board. Columns are in the order the board declares its ties. */
export interface BoardEntryDocument {
  readonly score: number;
  readonly columns: readonly number[];
  /** Event time (ms) at which the result stood first; `Entry` in leaderboards/domain says whose. */
  readonly reachedAt: number;
  /** Under sum: nothing but zeros so far. */
  readonly idle?: true;
  /** Under last: id of the event that stands. */
  readonly by?: string;
}

/** What a rule with limits, a cooldown or `first_time` keeps of a player; `RuleMemory` in rules/domain says what each is. */
export interface RuleMemoryDocument {
  readonly times: number;
  readonly at?: number;
  readonly periods?: Readonly<Record<string, { readonly of: number; readonly times: number }>>;
  readonly seen?: readonly string[];
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
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** `joinId`, without the list: several are built for every event. */
export const playerDocumentId = (workspace: string, playerId: string): string => workspace + SEPARATOR + playerId;
