import { EVENT_REJECTED } from '@laurel/kernel';
import type { Claims, DecisionEvent } from '@laurel/rules-domain';
import { type Decided, type Inputs, decide } from '../decide.js';
import { type Dropped, withoutDropped } from '../dropped-entries.js';
import { type Player, newPlayer } from '../player.js';
import type { Program } from '../program.js';
import { type Seats, type TakenSeats, seatKey } from '../seats.js';

/** What of an event's record a replay needs. */
export interface RecordedEvent extends DecisionEvent {
  readonly workspace: string;
  /** Only `processed` ones had effects. */
  readonly status: string;
  /** The release that decided it. */
  readonly release: number;
  /** `now` of the decision, ms. */
  readonly decidedAt: number;
  /** What else was an input; absent where nothing was. */
  readonly inputs?: RecordedInputs;
  /** What the player carried no longer from then on; absent where it was nothing. */
  readonly dropped?: Dropped;
}

/** Inputs of a decision besides its time. */
export interface RecordedInputs {
  /** Whether the player was among the first of rules, by `ruleId`. */
  readonly claims: Readonly<Record<string, boolean>>;
  /** The seats that it gave, by `seatKey`; absent where it gave none. */
  readonly seats?: TakenSeats;
}

/** What other events of a player found that is never given back. */
export interface Held {
  /** `ruleId` of rules among whose first the player is. */
  readonly claims: ReadonlySet<string>;
  /** By `seatKey`. */
  readonly seats: ReadonlyMap<string, string>;
}

/** Whether a record changed its player, or made it: a verdict that leaves an event out did not. */
export const changedPlayer = ({ status, type }: Pick<RecordedEvent, 'status' | 'type'>): boolean =>
  status === 'processed' && type !== EVENT_REJECTED;

/** The program of a release of a workspace; undefined when it is not known. */
export type Programs = (workspace: string, release: number) => Program | undefined;

/** @throws when the release is not known */
export function knownProgram(programs: Programs, workspace: string, release: number): Program {
  const program = programs(workspace, release);
  if (!program) throw new Error(`release ${release} of ${workspace} is not known`);
  return program;
}

/**
 * Decides a recorded event again, by what was recorded as its inputs.
 *
 * @param before the player as the events before it left it; undefined before the first
 * @param held what the player is known to have: it counts where the event did not ask for it then, and does now because
 *   something else differs. Of other claims and seats it has none: a replay takes no places.
 * @param bounded whether bounds of plausibility may hold it back: not where it was let in then
 */
export function replayEvent(
  program: Program,
  before: Player | undefined,
  event: RecordedEvent,
  held?: Held,
  bounded = false,
): Decided {
  const { workspace, playerId, decidedAt, inputs, dropped } = event;
  const player = before ?? newPlayer(workspace, playerId, decidedAt);
  const claims: Claims = (rule) => inputs?.claims[rule] ?? held?.claims.has(rule) ?? false;
  const seats: Seats = (wanted) => {
    const key = seatKey(wanted);
    return inputs?.seats?.[key] ?? held?.seats.get(key) ?? null;
  };
  const decided = decide(program, player, event, { now: decidedAt, bounded, claims, seats });
  return dropped ? { ...decided, player: withoutDropped(decided.player, dropped) } : decided;
}

/** The inputs that an event was decided with, which was let in. */
export function inputsOf({ decidedAt, inputs }: RecordedEvent): Inputs {
  if (!inputs) return { now: decidedAt, bounded: false, seats: () => null };
  const seats: Seats = (wanted) => inputs.seats?.[seatKey(wanted)] ?? null;
  return { now: decidedAt, bounded: false, claims: (rule) => inputs.claims[rule], seats };
}
