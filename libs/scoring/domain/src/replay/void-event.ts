import { type Result, err, ok } from '@laurel/kernel';
import { keepClosed } from '../closed-windows.js';
import type { CorrectionEffect } from '../effects.js';
import { scoringErrors } from '../errors.js';
import { refusalOf } from '../player-changes/restriction.js';
import { type Player, newPlayer } from '../player.js';
import { correctionsBetween } from './corrections.js';
import { type Programs, type RecordedEvent, knownProgram } from './replay-event.js';
import { claimsHeld, isVoidable, replayStanding, standingEvents, standsAs } from './standing-events.js';

/** Where an order stands in the log. */
export interface Order {
  /** Broker append time, ms. */
  readonly now: number;
  /** In force there. */
  readonly release: number;
}

/** A void carried out: the player as if the event had never been, and what that changed. */
export interface Voided {
  readonly player: Player;
  readonly effects: readonly CorrectionEffect[];
}

/**
 * Takes an event back: the player becomes what the other events that stand lead to, each decided again by its recorded release
 * and inputs. Windows that have closed keep the player's entries as they were. Pure, as `decide` is.
 *
 * @param player as all of the history leaves it
 * @param history the player's records, in the order of the log
 * @param eventId of the event to take back
 * @param order broker append time of the void, ms, and the release in force there, whose windows may have closed
 * @param isBounded whether bounds of plausibility may hold an event back: only of those that a program decides which did not then
 * @returns `scoring.nothing_to_void` when no event of this id stands, `scoring.player_merged` when it was settled by a merge
 * @throws when the program of a release is not known
 */
export function voidEvent<E extends RecordedEvent>(
  programs: Programs,
  player: Player,
  history: Iterable<E>,
  eventId: string,
  { now, release }: Order,
  isBounded: (event: E) => boolean = () => false,
): Result<Voided, { readonly code: string; readonly detail: string }> {
  if (player.restriction?.status === 'merged') {
    const { code, detail } = refusalOf(player.restriction);
    return err({ code, detail });
  }
  const records = [...history];
  const standing = standingEvents(records);
  const rest = standing.filter((event) => standsAs(event) !== eventId || !isVoidable(event));
  if (rest.length === standing.length) {
    return err({ code: scoringErrors.nothingToVoid.code, detail: `event ${eventId} has no effects to take back` });
  }
  const start = newPlayer(player.workspace, player.playerId, player.createdAt);
  const replayed = replayStanding(programs, start, rest, claimsHeld(records), isBounded);
  const program = knownProgram(programs, player.workspace, release);
  const { stats, balances, rules, hours, titles, items, profile, withheld, hiddenOn } = replayed.player;
  const entries = keepClosed(program, player.withheld ?? player.boards, withheld ?? replayed.player.boards, now);
  const { rules: _, hours: __, profile: ___, hiddenOn: ____, titles: _____, items: ______, ...kept } = player;
  const after: Player = {
    ...kept,
    stats,
    balances,
    boards: withheld ? replayed.player.boards : entries,
    ...(rules ? { rules } : {}),
    ...(hours ? { hours } : {}),
    ...(titles ? { titles } : {}),
    ...(items ? { items } : {}),
    ...(profile ? { profile } : {}),
    ...(withheld ? { withheld: entries } : {}),
    ...(hiddenOn ? { hiddenOn } : {}),
    updatedAt: now,
  };
  return ok({ player: after, effects: correctionsBetween(player, after) });
}
