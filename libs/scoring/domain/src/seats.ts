import { bandOf, isRanked, takeSeat, tierKey } from '@laurel/leaderboards-domain';
import type { Decided } from './decide.js';
import { attributeOf } from './player-changes/profile.js';
import { type Player, withEntry } from './player.js';
import type { CompiledLeague, Program } from './program.js';

/** A seat in a group of a league that a decision can't do without: which group it is in is not known yet. */
export interface WantedSeat {
  /** `boardId` */
  readonly board: string;
  /** Key of the window. */
  readonly window: string;
  readonly tier: string;
  /** Absent where nothing keeps the player apart from others. */
  readonly band?: string;
  /** Players of a group at most. */
  readonly groupSize: number;
}

/**
 * The part of a board that a seat makes the player one of (`seatPart`). Undefined where it is not known, and has to be taken
 * first; null where there is none to be had, as in a trial. Given once, an answer stays.
 */
export type Seats = (wanted: WantedSeat) => string | null | undefined;

/** What a decision went by of what it was told of seats, by `seatKey`. */
export type TakenSeats = Readonly<Record<string, string>>;

/** Neither part holds a space. */
export const seatKey = ({ board, window }: Pick<WantedSeat, 'board' | 'window'>): string => `${board} ${window}`;

/** A player who sits where the decision has put the player on boards. */
interface Seated {
  readonly player: Player;
  readonly seats?: TakenSeats;
  readonly wanted?: WantedSeat;
}

/**
 * Gives each entry of a league's window a seat that a decision has ranked and that has none yet: it is taken with the first
 * result, in the tier and the band that the player is in then, and kept until the window closes.
 *
 * @param effects of the decision
 * @param now decision time, ms
 */
export function seatEntries(
  leagues: NonNullable<Program['leagues']>,
  player: Player,
  effects: Decided['effects'],
  now: number,
  seats: Seats,
): Seated {
  let seated = player;
  let taken: Record<string, string> | undefined;
  for (const effect of effects) {
    if (effect.kind !== 'standing') continue;
    const league = leagues.get(effect.board);
    const windows = seated.boards.get(effect.board);
    const entry = windows?.get(effect.window);
    if (!league || !windows || !entry || entry.seat !== undefined || !isRanked(league.board, entry)) continue;
    if (!league.series.find(effect.window)) continue;
    const wanted = wantedSeat(league, effect.window, seated, now);
    const seat = seats(wanted);
    if (seat === undefined) return { player, wanted };
    if (seat === null) continue;
    taken = { ...taken, [seatKey(wanted)]: seat };
    const entries = withEntry(windows, effect.window, takeSeat(entry, seat));
    seated = { ...seated, boards: withEntry(seated.boards, effect.board, entries) };
  }
  return taken ? { player: seated, seats: taken } : { player: seated };
}

function wantedSeat(
  { id, definition, segment }: CompiledLeague,
  window: string,
  player: Player,
  now: number,
): WantedSeat {
  const band = bandOf(definition, {
    attribute: (key) => attributeOf(player.profile, key),
    isIn: () => segment?.holds(player, now) ?? false,
  });
  return {
    ...{ board: id, window, tier: tierKey(definition, player.leagues?.get(id)) },
    ...(band === undefined ? {} : { band }),
    groupSize: definition.groupSize,
  };
}
