import {
  EVENT_REJECTED,
  EVENT_RELEASED,
  GRANT_PAID,
  GRANT_REVOKED,
  PLAYER_ABSORBED,
  PLAYER_CORRECTED,
  PLAYER_IMPORTED,
} from '@laurel/kernel';
import { type Claims, type DecisionEvent, type Verdict, type WantedClaim, judge } from '@laurel/rules-domain';
import { correctPlayer } from './correct-player.js';
import { decideChain } from './decide-chain.js';
import type { CorrectionEffect, DecidedEffect, StandingEffect } from './effects.js';
import { payGrant } from './grants/pay-grant.js';
import { revokeGrant } from './grants/revoke-grant.js';
import { type HeldBack, countHour, releasedEvent, whyHeldBack } from './hold-back.js';
import { absorb } from './merge/absorb.js';
import { moderate } from './moderation/moderate.js';
import { moderationOf } from './moderation/moderation.js';
import { takeOver } from './import-player.js';
import { type CompiledSplits, placeParts } from './parts.js';
import { refusalOf } from './player-changes/restriction.js';
import type { Player } from './player.js';
import type { Program } from './program.js';
import { reduceBoards } from './reducers/boards.reducer.js';
import { reduceProfile } from './reducers/profile.reducer.js';
import { reduceEmits } from './reducers/emits.reducer.js';
import type { Decision, Reducer } from './reducers/reducer.js';
import { reduceStats } from './reducers/stats.reducer.js';
import { reduceWallet } from './reducers/wallet.reducer.js';
import { type Seats, type TakenSeats, type WantedSeat, seatEntries } from './seats.js';

/** What a decision can't know by itself; stored with the event, so that a replay needs nothing else. */
export interface Inputs {
  /** Broker append time, ms since the epoch, monotone per partition. */
  readonly now: number;
  /** What is known of the player's places among the first of rules. */
  readonly claims?: Claims;
  /** What is known of the player's seats in leagues. Absent: no seats are given, as in trials. */
  readonly seats?: Seats;
  /** Whether bounds of plausibility count. Not where an event is decided again that was let in: what it records may differ. */
  readonly bounded?: boolean;
}

export interface Decided {
  readonly player: Player;
  readonly verdicts: readonly Verdict[];
  readonly effects: readonly (DecidedEffect | CorrectionEffect)[];
  /** The claims that it went by, by `ruleId`: inputs to be recorded. Absent where there are none. */
  readonly claims?: Readonly<Record<string, boolean>>;
  /** The seats that were given, by `seatKey`: inputs to be recorded. Absent where there are none. */
  readonly seats?: TakenSeats;
  /** What has to be known first: nothing is decided. */
  readonly wanted?: WantedClaim | WantedSeat;
  /** Given where the event waits for a review: nothing has changed then. */
  readonly heldBack?: HeldBack;
}

/** Somebody has looked at these: no bound holds them back, and none counts them. */
const LET_IN: ReadonlySet<string> = new Set([EVENT_RELEASED, PLAYER_IMPORTED]);

/** In this order; a feature that builds on another comes after it. */
const REDUCERS: readonly Reducer[] = [reduceStats, reduceWallet, reduceBoards, reduceProfile, reduceEmits];

/**
 * Decides one event. Pure: no I/O, no clock, no randomness, and `player` is not changed. The same program, player, event and
 * inputs always give the same answer, which is what makes replays, dry runs and audits possible. The events of a player who
 * is not active lead to nothing; what another player hands over is taken all the same. Events that rules emit are decided with it: `decideChain`.
 * Whatever it led to, the player's entries end in the parts of their boards where the player is then.
 */
export function decide(program: Program, player: Player, given: DecisionEvent, inputs: Inputs): Decided {
  const decided = decideGiven(program, player, given, inputs);
  return program.splits && decided.player !== player ? withParts(program.splits, decided, inputs.now) : decided;
}

/** What moves is told once, where it moved for another reason as well. */
function withParts(splits: CompiledSplits, decided: Decided, now: number): Decided {
  const { player, moved } = placeParts(splits, decided.player, now);
  if (player === decided.player) return decided;
  const isTold = ({ board, window }: StandingEffect): boolean =>
    decided.effects.some((each) => each.kind === 'standing' && each.board === board && each.window === window);
  return { ...decided, player, effects: [...decided.effects, ...moved.filter((effect) => !isTold(effect))] };
}

function decideGiven(program: Program, player: Player, given: DecisionEvent, inputs: Inputs): Decided {
  const { now, bounded = true } = inputs;
  // Left out for good: not even a player comes of it.
  if (given.type === EVENT_REJECTED) return { player, verdicts: [], effects: [] };
  if (given.type === PLAYER_ABSORBED) return { ...absorb(program, player, given, now), verdicts: [] };
  if (given.type === GRANT_PAID) return { ...payGrant(program, player, given, now), verdicts: [] };
  if (given.type === GRANT_REVOKED) return { ...revokeGrant(program, player, given, now), verdicts: [] };
  if (given.type === PLAYER_CORRECTED) return { ...correctPlayer(program, player, given, now), verdicts: [] };
  const order = moderationOf(given);
  if (order) return { ...moderate(program, player, order, now), verdicts: [] };
  if (player.restriction) {
    return { player: { ...player, updatedAt: now }, verdicts: [], effects: [refusalOf(player.restriction)] };
  }
  const event = releasedEvent(given);
  const isLetIn = LET_IN.has(given.type);
  const all = { ...inputs, bounded: bounded && !isLetIn, isLetIn };
  const decided = decideWhole(program, player, event, all);
  if (!decided.wanted || !all.bounded || program.bounded.size === 0) return decided;
  // What is held back takes no place: so it is looked at with all the places that it could have before it asks for one.
  const claims: Claims = (rule, players) => inputs.claims?.(rule, players) ?? true;
  const withPlaces = decideWhole(program, player, event, { ...all, claims, seats: () => null });
  return withPlaces.heldBack ? withPlaces : decided;
}

interface Deciding extends Inputs {
  readonly isLetIn: boolean;
}

/** An event with those that rules emit. */
function decideWhole(program: Program, player: Player, event: DecisionEvent, inputs: Deciding): Decided {
  if (!program.rules.emits) return decideOne(program, player, event, inputs);
  return decideChain(player, event, (before, each) => decideOne(program, before, each, inputs));
}

function decideOne(program: Program, player: Player, event: DecisionEvent, inputs: Deciding): Decided {
  const { now } = inputs;
  const judgement =
    event.type === PLAYER_IMPORTED ? takeOver(program, event) : judge(program.rules, event, player, now, inputs.claims);
  const { verdicts, effects: requested, memories, claims, wanted } = judgement;
  if (wanted) return { player, verdicts, effects: [], wanted };
  const heldBack = inputs.bounded ? whyHeldBack(program, player, requested, now) : undefined;
  if (heldBack) return { player, verdicts, effects: [], heldBack };
  const start: Decision = {
    player: memories ? { ...player, rules: memories, updatedAt: now } : { ...player, updatedAt: now },
    effects: requested.filter((effect) => effect.kind === 'refused'),
  };
  const { player: changed, effects } = REDUCERS.reduce(
    (decision, reduce) => reduce(program, decision, requested, event, now),
    start,
  );
  const counted = inputs.isLetIn ? changed : countHour(program, changed, effects, now);
  const decided = claims ? { player: counted, verdicts, effects, claims } : { player: counted, verdicts, effects };
  return program.leagues && inputs.seats ? seat(program.leagues, decided, now, inputs.seats, player) : decided;
}

/** @param before the player as it was: nothing is decided while a seat has to be known first */
function seat(
  leagues: NonNullable<Program['leagues']>,
  decided: Decided,
  now: number,
  known: Seats,
  before: Player,
): Decided {
  const { player, seats, wanted } = seatEntries(leagues, decided.player, decided.effects, now, known);
  if (wanted) return { player: before, verdicts: decided.verdicts, effects: [], wanted };
  return seats ? { ...decided, player, seats } : decided;
}
