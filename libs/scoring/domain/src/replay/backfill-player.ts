import type { ChangedPlayer } from '../player-changes/player-change.js';
import { type Player, newPlayer } from '../player.js';
import { refillPlayer } from './refill.js';
import { type Programs, type RecordedEvent, knownProgram } from './replay-event.js';
import { claimsHeld, replayStanding, standingEvents } from './standing-events.js';

/**
 * Fills what begins with a release by what the player's events recorded before: those that stand, each decided again by its
 * recorded release and inputs. Pure, as `decide` is.
 *
 * @param player as all of the history leaves it
 * @param history the player's records, in the order of the log
 * @param release whose stats and boards begin; in force where the order stands in the log
 * @param now broker append time of the order, ms
 * @throws when the program of a release is not known
 */
export function backfillPlayer(
  programs: Programs,
  player: Player,
  history: Iterable<RecordedEvent>,
  release: number,
  now: number,
): ChangedPlayer {
  if (!knownProgram(programs, player.workspace, release).refill)
    return refillPlayer(programs, player, [], release, now);
  const records = [...history];
  const start = newPlayer(player.workspace, player.playerId, player.createdAt);
  const { led } = replayStanding(programs, start, standingEvents(records), claimsHeld(records));
  return refillPlayer(programs, player, led, release, now);
}
