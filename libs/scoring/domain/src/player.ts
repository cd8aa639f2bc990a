import type { Entry } from '@laurel/leaderboards-domain';
import type { RuleMemory, StatValue } from '@laurel/rules-domain';
import type { Profile } from './player-changes/profile.js';
import type { Restriction } from './player-changes/restriction.js';

/** How much was recorded of a stat in the latest hour that it was in. */
export interface HourlyTotal {
  /** Hours since the epoch (UTC), by decision time. */
  readonly hour: number;
  readonly total: number;
}

/** Everything decisions know of a player. Immutable: a change makes a new one and shares what did not change. */
export interface Player {
  readonly workspace: string;
  readonly playerId: string;
  /** by `statId` */
  readonly stats: ReadonlyMap<string, StatValue>;
  /** by currency key */
  readonly balances: ReadonlyMap<string, number>;
  /** by `boardId`, then window key */
  readonly boards: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
  /** What rules keep of the player, by `ruleId`; absent where none does. */
  readonly rules?: ReadonlyMap<string, RuleMemory>;
  /** What was recorded in an hour of stats with a bound for it, by `statId`; absent where there is none. */
  readonly hours?: ReadonlyMap<string, HourlyTotal>;
  /** Tiers of leagues that the player plays in, by `boardId`; absent where the player never moved. */
  readonly leagues?: ReadonlyMap<string, string>;
  /** Titles that the player holds, with how often each was given; absent where there are none. */
  readonly titles?: ReadonlyMap<string, number>;
  /** How many of each item the player has; less than none is a debt. Absent where there are none. */
  readonly items?: ReadonlyMap<string, number>;
  /** Absent while nothing is known. */
  readonly profile?: Profile;
  /** Absent for an active player. */
  readonly restriction?: Restriction;
  /** What a banned player had on boards; `boards` is empty then. */
  readonly withheld?: Player['boards'];
  /** `boardId`s where the player is hidden, sorted: entries made there later are hidden too. Absent where there are none. */
  readonly hiddenOn?: readonly string[];
  /** Decision time (ms) of the first and of the latest event. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A player is created by the first event. */
export const newPlayer = (workspace: string, playerId: string, now: number): Player => ({
  workspace,
  playerId,
  stats: new Map(),
  balances: new Map(),
  boards: new Map(),
  createdAt: now,
  updatedAt: now,
});

/** A copy of a map with one entry set. */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value);
}
