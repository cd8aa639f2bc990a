import type { ProfileDocument, RestrictionDocument } from '@laurel/contracts';
import type { StatDefinition } from '@laurel/rules-domain';

/** What is stored of a player. */
export interface StoredPlayer {
  readonly playerId: string;
  /** Values by `statId`: the key of a stat with its incarnation. */
  readonly stats: ReadonlyMap<string, number>;
  /** By the key of the currency. */
  readonly balances: ReadonlyMap<string, number>;
  /** Sorted. */
  readonly titles: readonly string[];
  readonly items: Readonly<Record<string, number>>;
  readonly profile: ProfileDocument;
  /** Undefined for an active player. */
  readonly restriction: RestrictionDocument | undefined;
  /** Decision times of the first and of the latest event or order, ms. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Where players are found. */
export abstract class PlayerStore {
  abstract find(workspace: string, playerId: string): Promise<StoredPlayer | undefined>;

  /** Stats as the workspace's newest announced release has them; empty before the first. */
  abstract statsOf(workspace: string): Promise<readonly StatDefinition[]>;

  /** Keys of the currencies of that release, and of those before it: what players may have balances of. */
  abstract currenciesOf(workspace: string): Promise<readonly string[]>;
}
