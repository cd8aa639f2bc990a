import {
  EVENT_VOIDED,
  GRANT_PAID,
  GRANT_REVOKED,
  PLAYER_ABSORBED,
  PLAYER_BACKFILLED,
  PLAYER_CORRECTED,
} from '@laurel/kernel';
import { releasedEvent } from '../hold-back.js';
import { isModeration } from '../moderation/moderation.js';
import { changePlayer, playerChangeOf } from '../player-changes/player-change.js';
import type { Player } from '../player.js';
import type { Program } from '../program.js';
import { type Led, refillPlayer } from './refill.js';
import { type Held, type Programs, type RecordedEvent, knownProgram, replayEvent } from './replay-event.js';

/** Id of the event that a record took back; undefined where the record is of anything else. */
export function voidedBy({ type, properties }: Pick<RecordedEvent, 'type' | 'properties'>): string | undefined {
  if (type !== EVENT_VOIDED) return undefined;
  return String(properties['eventId']);
}

/** The release whose stats and boards a record filled; undefined where the record is of anything else. */
export function backfilledBy({ type, properties }: Pick<RecordedEvent, 'type' | 'properties'>): number | undefined {
  if (type !== PLAYER_BACKFILLED) return undefined;
  return Number(properties['release']);
}

/**
 * The events that stand: those that had effects, without those that were taken back, and without the voids themselves. A void
 * takes back what stands before it in the log. Changes of the player and backfills stand among them: what an event led to
 * depends on them.
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
export const standsAs = (record: RecordedEvent): string => releasedEvent(record).eventId;

/** Whether a record is of an event: orders about the player, corrections, grants, and what another one handed over, can't be voided. */
export const isVoidable = (record: RecordedEvent): boolean =>
  !NO_EVENTS.has(record.type) &&
  !isModeration(record) &&
  playerChangeOf(record) === undefined &&
  backfilledBy(record) === undefined;

const NO_EVENTS: ReadonlySet<string> = new Set([PLAYER_ABSORBED, PLAYER_CORRECTED, GRANT_PAID, GRANT_REVOKED]);

/** What stands of a player, decided again: the player as it leaves them, and what it recorded on the way. */
export interface StandingReplay {
  readonly player: Player;
  /** Events that recorded something, in the order of the log. */
  readonly led: readonly Led[];
}

/**
 * Decides what stands again, each event by its recorded release and inputs.
 *
 * @param start a player without events
 * @param standing in the order of the log
 * @param isBounded whether bounds of plausibility may hold an event back: only of those that a program decides which did not then
 * @throws when the program of a release is not known
 */
export function replayStanding<E extends RecordedEvent>(
  programs: Programs,
  start: Player,
  standing: Iterable<E>,
  held?: Held,
  isBounded: (event: E) => boolean = () => false,
): StandingReplay {
  let player = start;
  const led: Led[] = [];
  for (const event of standing) {
    const change = playerChangeOf(event);
    const filled = backfilledBy(event);
    if (change) player = changePlayer(programOf(programs, event), player, change, event.decidedAt).player;
    else if (filled !== undefined) player = refillPlayer(programs, player, led, filled, event.decidedAt).player;
    else {
      const decided = replayEvent(programOf(programs, event), player, event, held, isBounded(event));
      player = decided.player;
      if (decided.effects.some(({ kind }) => kind === 'record')) led.push({ event, effects: decided.effects });
    }
  }
  return { player, led };
}

/** Places and seats that the player has, by whatever event: they are not given back with it. Undefined where there are none. */
export function claimsHeld(records: readonly RecordedEvent[]): Held | undefined {
  let held: { readonly claims: Set<string>; readonly seats: Map<string, string> } | undefined;
  for (const { inputs } of records) {
    if (!inputs) continue;
    held ??= { claims: new Set(), seats: new Map() };
    for (const [rule, isHeld] of Object.entries(inputs.claims)) if (isHeld) held.claims.add(rule);
    for (const [key, seat] of Object.entries(inputs.seats ?? {})) held.seats.set(key, seat);
  }
  return held;
}

/** @throws when the release of a record is not known */
export const programOf = (programs: Programs, { workspace, release }: RecordedEvent): Program =>
  knownProgram(programs, workspace, release);
