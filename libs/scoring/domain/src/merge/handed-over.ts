import type { AttributeValue } from '@laurel/kernel';
import type { Entry } from '@laurel/leaderboards-domain';
import type { RuleMemory, StatValue } from '@laurel/rules-domain';
import type { HourlyTotal, Player } from '../player.js';

type ById<T> = Readonly<Record<string, T>>;

/** What of a player goes over to another one: all that counts, as a record keeps it. The name and the like are the player's own. */
export interface HandedOver {
  /** by `statId` */
  readonly stats: ById<StatValue>;
  /** by currency key */
  readonly balances: ById<number>;
  /** by `boardId`, then window key */
  readonly boards: ById<ById<Entry>>;
  /** by `ruleId`; absent where no rule keeps anything */
  readonly rules?: ById<RuleMemory>;
  /** by `statId`; absent where no stat is bounded so */
  readonly hours?: ById<HourlyTotal>;
  /** Tiers of leagues by `boardId`; absent where the player never moved. */
  readonly leagues?: ById<string>;
  /** By title, how often it was given; absent where there are none. */
  readonly titles?: ById<number>;
  /** By item, how many; absent where there are none. */
  readonly items?: ById<number>;
  /** Absent where there are none. */
  readonly attributes?: ById<AttributeValue>;
}

/** @param closed the same player when it has handed over */
export const handedOverBy = (
  { stats, balances, boards, rules, hours, leagues, titles, items, profile }: Player,
  closed: Pick<Player, 'boards'>,
): HandedOver => ({
  stats: Object.fromEntries(stats),
  balances: Object.fromEntries(balances),
  boards: Object.fromEntries(entriesOf(boards, closed.boards)),
  ...(rules ? { rules: Object.fromEntries(rules) } : {}),
  ...(hours ? { hours: Object.fromEntries(hours) } : {}),
  ...(leagues ? { leagues: Object.fromEntries(leagues) } : {}),
  ...(titles ? { titles: Object.fromEntries(titles) } : {}),
  ...(items ? { items: Object.fromEntries(items) } : {}),
  ...(profile?.attributes ? { attributes: profile.attributes } : {}),
});

const entriesOf = (boards: Player['boards'], kept: Player['boards']): [string, ById<Entry>][] =>
  Array.from(boards).flatMap(([board, windows]) => {
    const given = Array.from(windows).filter(([window, entry]) => !entry.hidden && !kept.get(board)?.has(window));
    return given.length === 0 ? [] : [[board, Object.fromEntries(given)]];
  });
