import { changePlayer, playerChangeOf } from '../player-changes/player-change.js';
import { newPlayer, type Player } from '../player.js';
import { backfillPlayer } from './backfill-player.js';
import { type Programs, type RecordedEvent, changedPlayer, replayEvent } from './replay-event.js';
import { backfilledBy, programOf, voidedBy } from './standing-events.js';
import { voidEvent } from './void-event.js';

/** A player as its events so far leave it. */
interface History {
  player: Player;
  readonly events: RecordedEvent[];
}

/**
 * Players as all recorded events leave them, from nothing: what the scoring service must have committed. An event that was
 * taken back counts until its void.
 *
 * @param events of each player in the order of the log; how those of different players are mixed makes no difference
 * @returns by workspace, then player id; players without a processed event are absent
 * @throws when the program of a release is not known, or a void takes back what does not stand
 */
export function replayEvents(programs: Programs, events: Iterable<RecordedEvent>): Map<string, Map<string, Player>> {
  const workspaces = new Map<string, Map<string, History>>();
  for (const event of events) {
    if (!changedPlayer(event)) continue;
    const { workspace, playerId, decidedAt } = event;
    const histories = workspaces.get(workspace) ?? new Map<string, History>();
    workspaces.set(workspace, histories);
    const history = histories.get(playerId) ?? { player: newPlayer(workspace, playerId, decidedAt), events: [] };
    histories.set(playerId, history);
    history.player = next(programs, history, event);
    history.events.push(event);
  }
  return new Map(
    Array.from(workspaces, ([workspace, histories]) => [
      workspace,
      new Map(Array.from(histories, ([playerId, { player }]) => [playerId, player])),
    ]),
  );
}

function next(programs: Programs, { player, events }: History, event: RecordedEvent): Player {
  const change = playerChangeOf(event);
  if (change) return changePlayer(programOf(programs, event), player, change, event.decidedAt).player;
  const filled = backfilledBy(event);
  if (filled !== undefined) return backfillPlayer(programs, player, events, filled, event.decidedAt).player;
  const voided = voidedBy(event);
  if (voided === undefined) return replayEvent(programOf(programs, event), player, event).player;
  const done = voidEvent(programs, player, events, voided, { now: event.decidedAt, release: event.release });
  if (!done.ok) throw new Error(done.error.detail);
  return done.value.player;
}
