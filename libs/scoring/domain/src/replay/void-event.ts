import { EVENT_VOIDED, PLAYER_ABSORBED, type Result, err, ok } from '@laurel/kernel';
import type { CorrectionEffect } from '../effects.js';
import { scoringErrors } from '../errors.js';
import { releasedEvent } from '../hold-back.js';
import { changePlayer, playerChangeOf } from '../player-changes/player-change.js';
import { refusalOf } from '../player-changes/restriction.js';
import { type Player, newPlayer } from '../player.js';
import { correctionsBetween } from './corrections.js';
import { type Programs, type RecordedEvent, replayEvent } from './replay-event.js';

/** A void carried out: the player as if the event had never been, and what that changed. */
export interface Voided {
  readonly player: Player;
  readonly effects: readonly CorrectionEffect[];
}

/** Id of the event that a record took back; undefined where the record is of anything else. */
export function voidedBy({ type, properties }: Pick<RecordedEvent, 'type' | 'properties'>): string | undefined {
  if (type !== EVENT_VOIDED) return undefined;
  return String(properties['eventId']);
}

/**
 * The events that stand: those that had effects, without those that were taken back, and without the voids themselves. A void
 * takes back what stands before it in the log. Changes of the player stand among them: what an event led to depends on them.
 *
 * @param records of one player, in the order of the log
 */
export function standingEvents<E extends RecordedEvent>(records: Iterable<E>): E[] {
  const standing = new Map<string, E>();
  for (const record of records) {
    if (record.status !== 'processed') continue;
    const voided = voidedBy(record);
    if (voided === undefined) standing.set(standsAs(record), record);
    else standing.delete(voided);
  }
  return [...standing.values()];
}

/** The id under which a record is taken back: an event that was let in after a review stands under its own. */
const standsAs = (record: RecordedEvent): string => releasedEvent(record).eventId;

/**
 * Takes an event back: the player becomes what the other events that stand lead to, each decided again by its recorded release
 * and inputs. Pure, as `decide` is.
 *
 * @param player as all of the history leaves it
 * @param history the player's records, in the order of the log
 * @param eventId of the event to take back
 * @param now broker append time of the void, ms
 * @param isBounded whether bounds of plausibility may hold an event back: only of those that a program decides which did not then
 * @returns `scoring.nothing_to_void` when no event of this id stands, `scoring.player_merged` when it was settled by a merge
 * @throws when the program of a release is not known
 */
export function voidEvent<E extends RecordedEvent>(
  programs: Programs,
  player: Player,
  history: Iterable<E>,
  eventId: string,
  now: number,
  isBounded: (event: E) => boolean = () => false,
): Result<Voided, { readonly code: string; readonly detail: string }> {
  if (player.restriction?.status === 'merged') {
    const { code, detail } = refusalOf(player.restriction);
    return err({ code, detail });
  }
  const records = [...history];
  const standing = standingEvents(records);
  const rest = standing.filter((event) => standsAs(event) !== eventId || isOrder(event));
  if (rest.length === standing.length) {
    return err({ code: scoringErrors.nothingToVoid.code, detail: `event ${eventId} has no effects to take back` });
  }
  const start = newPlayer(player.workspace, player.playerId, player.createdAt);
  const held = claimsHeld(records);
  const { stats, balances, boards, rules, hours, profile, withheld } = rest.reduce<Player>(
    (before, event) => replayStanding(programs, before, event, held, isBounded(event)),
    start,
  );
  const { rules: _, hours: __, profile: ___, ...kept } = player;
  const after: Player = {
    ...kept,
    stats,
    balances,
    boards,
    ...(rules ? { rules } : {}),
    ...(hours ? { hours } : {}),
    ...(profile ? { profile } : {}),
    ...(withheld ? { withheld } : {}),
    updatedAt: now,
  };
  return ok({ player: after, effects: correctionsBetween(player, after) });
}

/** What stands for good: changes of the player, and what another one handed over. */
const isOrder = (event: RecordedEvent): boolean =>
  event.type === PLAYER_ABSORBED || playerChangeOf(event) !== undefined;

/** The player after an event that stands, or after a change of the player. */
export function replayStanding(
  programs: Programs,
  before: Player,
  event: RecordedEvent,
  held?: ReadonlySet<string>,
  bounded = false,
): Player {
  const change = playerChangeOf(event);
  if (change) return changePlayer(before, change, event.decidedAt).player;
  return replayEvent(programOf(programs, event), before, event, held, bounded).player;
}

/** Rules among whose first the player is, by whatever event: claims are not given back with it. Undefined where there are none. */
function claimsHeld(records: readonly RecordedEvent[]): ReadonlySet<string> | undefined {
  let held: Set<string> | undefined;
  for (const { inputs } of records) {
    if (!inputs) continue;
    held ??= new Set();
    for (const [rule, isHeld] of Object.entries(inputs.claims)) if (isHeld) held.add(rule);
  }
  return held;
}

export function programOf(programs: Programs, { workspace, release }: RecordedEvent) {
  const program = programs(workspace, release);
  if (!program) throw new Error(`release ${release} of ${workspace} is not known`);
  return program;
}
