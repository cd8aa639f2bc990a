import { defineEventType } from '@laurel/events-domain';
import { type BoardDefinition, type Bounds, findWindow, windowBounds, windowKey } from '@laurel/leaderboards-domain';
import { type ReleasedRule, type StatDefinition, counts } from '@laurel/rules-domain';
import { withStart } from './backfill.js';
import { retiredCurrencies, withScale } from './currencies.js';
import type { BoardDraft, ProgramDocument, ReleasedProgram } from './program.js';

/**
 * Turns a validated program into release `number`: writes out defaults and gives each resource its incarnation, the number
 * of the release in which its present shape began. A stat or board that keeps its key but changes what its values mean, or
 * that was deleted and comes back, begins anew and never revives old values. So does a board when a stat that it reads does.
 * How something is to begin is no part of its shape: it counts whenever it begins.
 * A rule's limits, cooldown and first players count on while it has any, whatever else of it changes.
 */
export function releaseProgram(
  program: ProgramDocument,
  previous: ReleasedProgram | undefined,
  number: number,
): ReleasedProgram {
  const stats = program.stats.map((stat) => {
    const before = previous?.stats.find(({ key }) => key === stat.key);
    const isSame = before?.aggregation === stat.aggregation && (before.scale ?? 0) === (stat.scale ?? 0);
    const { key, aggregation, scale, plausible, start } = stat;
    const released = { key, aggregation, incarnation: isSame ? before.incarnation : number };
    return withStart(withScale(plausible ? { ...released, plausible } : released, scale), start);
  });
  const leaderboards = program.leaderboards.map((draft) => {
    const board = withDefaults(draft);
    const before = previous?.leaderboards.find(({ key }) => key === board.key);
    const isSame =
      before &&
      previous &&
      boardShape(before, previous.stats) === boardShape(board, stats) &&
      keepsWindows(before, board);
    return { ...board, incarnation: isSame ? before.incarnation : number };
  });
  const rules = program.rules.map((rule): ReleasedRule => {
    if (!counts(rule)) return rule;
    const before = previous?.rules.find(({ key }) => key === rule.key);
    return { ...rule, incarnation: before?.incarnation ?? number };
  });
  const retired = retiredCurrencies(program, previous);
  return {
    stats,
    rules,
    leaderboards,
    ...(program.eventTypes?.length ? { eventTypes: program.eventTypes.map(defineEventType) } : {}),
    ...(program.currencies?.length
      ? { currencies: program.currencies.map(({ key, scale }) => withScale({ key }, scale)) }
      : {}),
    ...(program.boosts?.length ? { boosts: program.boosts } : {}),
    ...(program.segments?.length ? { segments: program.segments } : {}),
    ...(retired.length > 0 ? { retiredCurrencies: retired } : {}),
  };
}

/** The program as an operator writes it: publishing it again changes nothing. */
export function toProgramDocument(program: ReleasedProgram): ProgramDocument {
  return {
    stats: program.stats.map(({ incarnation: _, ...stat }) => stat),
    rules: program.rules.map(({ incarnation: _, ...rule }) => rule),
    leaderboards: program.leaderboards.map(({ incarnation: _, ...board }) => board),
    ...(program.eventTypes ? { eventTypes: program.eventTypes } : {}),
    ...(program.currencies ? { currencies: program.currencies } : {}),
    ...(program.boosts ? { boosts: program.boosts } : {}),
    ...(program.segments ? { segments: program.segments } : {}),
  };
}

function withDefaults({
  key,
  source,
  aggregation,
  order,
  ties,
  windows,
  start,
}: BoardDraft): Omit<BoardDefinition, 'incarnation'> {
  const board = {
    key,
    source,
    aggregation,
    order,
    ties: { columns: ties?.columns ?? [], then: ties?.then ?? ('first_to_reach' as const) },
    windows,
  };
  return withStart(board, start);
}

/**
 * Whether every season that both have is the same time. One that is moved has collected other events: its entries, and with
 * them the board's, begin anew. A season under a new key leaves the board as it is.
 */
function keepsWindows(before: BoardDefinition, board: Omit<BoardDefinition, 'incarnation'>): boolean {
  return before.windows.every((window) => {
    const now = findWindow(board, windowKey(window));
    if (!now) return true;
    const [was, is] = [windowBounds(window), windowBounds(now)];
    return was.start === is.start && was.end === is.end;
  });
}

/** What a board's entries mean: its own settings, and the incarnations of the stats they were made of. */
function boardShape(
  { source, aggregation, order, ties }: Omit<BoardDefinition, 'incarnation'>,
  stats: readonly StatDefinition[],
): string {
  const read = (key: string) => [key, stats.find((stat) => stat.key === key)?.incarnation];
  const limits = (bounds: Bounds | undefined) => (bounds ? [bounds.min, bounds.max] : null);
  const columns = ties.columns.map(({ stat, order: own, bounds }) => [read(stat), own, limits(bounds)]);
  return JSON.stringify([read(source.stat), aggregation, order, columns, ties.then, limits(source.bounds)]);
}
