import { PLAYER_CORRECTED } from '@laurel/kernel';
import type { Effect, Refusal } from '@laurel/rules-domain';
import type { Decided } from '../decide.js';
import type { DecidedEffect } from '../effects.js';
import { scoringErrors } from '../errors.js';
import { releasedEvent } from '../hold-back.js';
import type { ChangedPlayer } from '../player-changes/player-change.js';
import { placeParts } from '../parts.js';
import type { Player } from '../player.js';
import type { CompiledStat, Program, Refill } from '../program.js';
import { reduceBoards } from '../reducers/boards.reducer.js';
import type { Decision } from '../reducers/reducer.js';
import { sumBoardsOf } from '../reducers/correct-totals.js';
import { reduceStats } from '../reducers/stats.reducer.js';
import { correctionsBetween } from './corrections.js';
import { type Programs, type RecordedEvent, knownProgram } from './replay-event.js';

/** An event that stands, with what it led to. */
export interface Led {
  readonly event: RecordedEvent;
  readonly effects: Decided['effects'];
}

type RecordEffect = Extract<DecidedEffect, { kind: 'record' }>;
type Recording = Extract<Effect, { kind: 'record' }>;

/** What one event recorded, in the scales of the release that begins. */
interface Recordings {
  readonly event: RecordedEvent;
  readonly exact: readonly Recording[];
  /** Keys of stats that can't keep what it recorded. */
  readonly inexact: ReadonlySet<string>;
}

/**
 * Fills the stats and boards that begin with a release by what earlier releases recorded. What later ones recorded is there
 * already: stats and entries don't depend on the order in which recordings arrive. Then the player is in the parts of boards as the
 * release divides them. Pure, as `decide` is.
 *
 * @param led what stands of the player's events so far, in the order of the log
 * @param now broker append time of the order, ms
 */
export function refillPlayer(
  programs: Programs,
  player: Player,
  led: readonly Led[],
  release: number,
  now: number,
): ChangedPlayer {
  const program = knownProgram(programs, player.workspace, release);
  const updated = { ...player, updatedAt: now };
  const { refill: begins } = program;
  const { player: filled, refusals } = begins
    ? refillAll(programs, program, begins, updated, led, now)
    : { player: updated, refusals: [] };
  const after = placeParts(program.splits, filled, now).player;
  return { player: after, effects: [...correctionsBetween(player, after), ...oneOfEach(refusals)] };
}

/** Everything that stands and was recorded under releases before the one that begins. */
function refillAll(
  programs: Programs,
  program: Program,
  begins: Refill,
  player: Player,
  led: readonly Led[],
  now: number,
): { readonly player: Player; readonly refusals: readonly Refusal[] } {
  const { withheld, ...rest } = player;
  // Entries of a banned player are filled where they wait.
  let decision: Decision = { player: { ...rest, boards: withheld ?? player.boards }, effects: [] };
  const refusals: Refusal[] = [];
  for (const each of led) {
    if (each.event.release >= program.release) continue;
    const before = knownProgram(programs, player.workspace, each.event.release);
    for (const recordings of recordingsOf(each, before, program)) {
      decision = refill(begins, decision.player, recordings, now);
      // Windows that have closed take nothing more, and nobody is late for them here.
      for (const effect of decision.effects) {
        if (effect.kind === 'refused' && effect.code !== scoringErrors.windowClosed.code) refusals.push(effect);
      }
      refusals.push(...inexactRefusals(recordings));
    }
  }
  const { boards, ...filled } = decision.player;
  const after = withheld ? { ...filled, boards: player.boards, withheld: boards } : { ...filled, boards };
  return { player: after, refusals };
}

function refill(
  { stats, boards }: Refill,
  player: Player,
  { event, exact, inexact }: Recordings,
  now: number,
): Decision {
  const counted = reduceStats(stats, { player, effects: [] }, exact, event, now);
  const recorded = exact.map((recording): DecidedEffect => ({ ...recording, value: 0 }));
  const start = { player: counted.player, effects: recorded };
  const open = event.type === PLAYER_CORRECTED ? sumBoardsOf(boards) : boards;
  const placed = reduceBoards(without(open, inexact), start, [], event, now);
  return { player: placed.player, effects: [...counted.effects, ...placed.effects] };
}

/** A row that lacks one of its numbers is none: boards that read these stats are left out. */
function without(boards: Refill['boards'], inexact: ReadonlySet<string>): Refill['boards'] {
  if (inexact.size === 0) return boards;
  const boardsByStat = Array.from(boards.boardsByStat, ([key, all]) => {
    const whole = all.filter(({ definition: { source, ties } }) =>
      [source, ...ties.columns].every(({ stat }) => !inexact.has(stat)),
    );
    return [key, whole] as const;
  });
  return { ...boards, boardsByStat: new Map(boardsByStat) };
}

/** What an event and those emitted with it recorded: each is an event of its own. */
function recordingsOf({ event, effects }: Led, before: Program, after: Program): Recordings[] {
  const own = releasedEvent(event);
  const byEvent = new Map<string, RecordEffect[]>();
  for (const effect of effects) {
    if (effect.kind !== 'record') continue;
    const id = effect.event ?? own.eventId;
    byEvent.set(id, [...(byEvent.get(id) ?? []), effect]);
  }
  return Array.from(byEvent, ([eventId, recorded]): Recordings => {
    const exact: Recording[] = [];
    const inexact = new Set<string>();
    for (const { kind, rule, stat, amount, times } of recorded) {
      const to = after.stats.get(stat);
      // What was recorded does not say which value it was.
      const inScale = to?.aggregation === 'distinct' ? undefined : rescale(amount, before.stats.get(stat), to);
      if (inScale === undefined) inexact.add(stat);
      else exact.push({ kind, rule, stat, amount: inScale, ...(times === undefined ? {} : { times }) });
    }
    return { event: { ...event, ...own, eventId }, exact, inexact };
  });
}

/** @returns the amount in the decimals of `to`; undefined where they can't hold it exactly */
function rescale(amount: number, from: CompiledStat | undefined, to: CompiledStat | undefined): number | undefined {
  if (!from || !to || to.aggregation === 'count' || from.scale === to.scale) return amount;
  const factor = 10 ** Math.abs(to.scale - from.scale);
  if (to.scale > from.scale) return Number.isSafeInteger(amount * factor) ? amount * factor : undefined;
  return amount % factor === 0 ? amount / factor : undefined;
}

const inexactRefusals = ({ inexact }: Recordings): Refusal[] =>
  Array.from(inexact, (stat) => ({
    kind: 'refused',
    rule: '',
    code: scoringErrors.inexactScale.code,
    detail: `${stat} can't keep exactly what was recorded`,
  }));

/** The first of each code, which says how many there are: a history may be long. */
function oneOfEach(refusals: readonly Refusal[]): Refusal[] {
  const firsts = new Map<string, Refusal>();
  for (const refusal of refusals) if (!firsts.has(refusal.code)) firsts.set(refusal.code, refusal);
  return Array.from(firsts.values(), (first) => {
    const others = refusals.filter(({ code }) => code === first.code).length - 1;
    return others === 0 ? first : { ...first, detail: `${first.detail}; and ${others} more` };
  });
}
