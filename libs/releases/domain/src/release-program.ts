import { defineEventType } from '@laurel/events-domain';
import {
  type BoardDefinition,
  type Bounds,
  type SeasonDefinition,
  type WindowDefinition,
  findWindow,
} from '@laurel/leaderboards-domain';
import type { ReleasedRewardSchedule } from '@laurel/rewards-domain';
import { type ReleasedRule, type StatDefinition, counts } from '@laurel/rules-domain';
import { withStart } from './backfill.js';
import { splitsSince } from './board-splits.js';
import { withEnded } from './ended-windows.js';
import { retiredCurrencies, withScale } from './currencies.js';
import type { BoardDraft, ProgramDocument, ReleasedProgram } from './program.js';

/**
 * Turns a validated program into release `number`: writes out defaults and gives each resource its incarnation, the number
 * of the release in which its present shape began. A stat or board that keeps its key but changes what its values mean, or
 * that was deleted and comes back, begins anew and never revives old values. So does a board when a stat that it reads does.
 * How something is to begin is no part of its shape: it counts whenever it begins.
 * A rule's limits, cooldown and first players count on while it has any, whatever else of it changes.
 *
 * @param publishedAt ms; where it is left out, as in trials, seasons never close
 */
export function releaseProgram(
  program: ProgramDocument,
  previous: ReleasedProgram | undefined,
  number: number,
  publishedAt?: number,
): ReleasedProgram {
  const stats = program.stats.map((stat) => {
    const before = previous?.stats.find(({ key }) => key === stat.key);
    const isSame = before?.aggregation === stat.aggregation && (before.scale ?? 0) === (stat.scale ?? 0);
    const { key, aggregation, scale, plausible, start } = stat;
    const released = { key, aggregation, incarnation: isSame ? before.incarnation : number };
    return withStart(withScale(plausible ? { ...released, plausible } : released, scale), start);
  });
  const leaderboards = program.leaderboards.map((draft) => {
    const before = previous?.leaderboards.find(({ key }) => key === draft.key);
    const fresh = withDefaults(draft, before, publishedAt);
    const isSame =
      before &&
      previous &&
      boardShape(before, previous.stats) === boardShape(fresh, stats) &&
      keepsWindows(before, fresh, publishedAt);
    const board = isSame ? withEnded(fresh, before, publishedAt) : fresh;
    const divided = splitsSince(board, isSame ? before : undefined, { ...program, stats }, previous, number);
    return {
      ...board,
      ...(divided === undefined ? {} : { splitsSince: divided }),
      incarnation: isSame ? before.incarnation : number,
    };
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
    ...(program.rewards?.length ? { rewards: program.rewards } : {}),
    ...(program.rewardSchedules?.length ? { rewardSchedules: releasedSchedules(program, previous, number) } : {}),
    ...(retired.length > 0 ? { retiredCurrencies: retired } : {}),
  };
}

/** A schedule goes on under its key, whatever of it changes: what it gave for a window is not given again. */
const releasedSchedules = (
  { rewardSchedules = [] }: ProgramDocument,
  previous: ReleasedProgram | undefined,
  number: number,
): ReleasedRewardSchedule[] =>
  rewardSchedules.map((schedule) => {
    const before = previous?.rewardSchedules?.find(({ key }) => key === schedule.key);
    return { ...schedule, incarnation: before?.incarnation ?? number };
  });

/** The program as an operator writes it: publishing it again changes nothing. */
export function toProgramDocument(program: ReleasedProgram): ProgramDocument {
  return {
    stats: program.stats.map(({ incarnation: _, ...stat }) => stat),
    rules: program.rules.map(({ incarnation: _, ...rule }) => rule),
    leaderboards: program.leaderboards.map(toBoardDraft),
    ...(program.eventTypes ? { eventTypes: program.eventTypes } : {}),
    ...(program.currencies ? { currencies: program.currencies } : {}),
    ...(program.boosts ? { boosts: program.boosts } : {}),
    ...(program.segments ? { segments: program.segments } : {}),
    ...(program.rewards ? { rewards: program.rewards } : {}),
    ...(program.rewardSchedules
      ? { rewardSchedules: program.rewardSchedules.map(({ incarnation: _, ...schedule }) => schedule) }
      : {}),
  };
}

const toBoardDraft = ({ incarnation: _, splitsSince: __, windows, ...board }: BoardDefinition): BoardDraft => ({
  ...board,
  windows: windows.map((window) => {
    if (window.kind !== 'season') return window;
    const { since: ___, ...season } = window;
    return season;
  }),
});

/** Everything as it was written, with what was left out. */
function withDefaults(
  { key, source, aggregation, order, ties, windows, start, ...rest }: BoardDraft,
  before: BoardDefinition | undefined,
  publishedAt: number | undefined,
): Omit<BoardDefinition, 'incarnation'> {
  const board = {
    key,
    source,
    aggregation,
    order,
    ties: { columns: ties?.columns ?? [], then: ties?.then ?? ('first_to_reach' as const) },
    windows: windows.map((window) => withSince(window, before, publishedAt)),
    ...rest,
  };
  return withStart(board, start);
}

/** A season goes by when it was published first. */
function withSince(
  window: WindowDefinition,
  before: BoardDefinition | undefined,
  publishedAt: number | undefined,
): WindowDefinition {
  if (window.kind !== 'season') return window;
  const since = seasonOf(before, window.key)?.since ?? publishedAt;
  return since === undefined ? window : { ...window, since };
}

const seasonOf = (board: Pick<BoardDefinition, 'windows'> | undefined, key: string): SeasonDefinition | undefined =>
  board?.windows.find((window): window is SeasonDefinition => window.kind === 'season' && window.key === key);

/**
 * Whether every season that both have still is the time that its entries are of, and no season is called as a recurring window of
 * the other one: both would have the same entries. One that begins at another time, or that had
 * ended or is to have ended already, has collected other events: its entries, and with them the board's, begin anew. The end of
 * one that goes on may move. A season under a new key leaves the board as it is.
 */
function keepsWindows(
  before: BoardDefinition,
  board: Omit<BoardDefinition, 'incarnation'>,
  publishedAt = Number.POSITIVE_INFINITY,
): boolean {
  if (takesKeyOf(before, board) || takesKeyOf(board, before)) return false;
  return before.windows.every((was) => {
    const is = was.kind === 'season' ? seasonOf(board, was.key) : undefined;
    if (was.kind !== 'season' || !is) return true;
    const [end, next] = [Date.parse(was.end), Date.parse(is.end)];
    return Date.parse(was.start) === Date.parse(is.start) && (end === next || Math.min(end, next) > publishedAt);
  });
}

/** Whether a season has the key of a recurring window. */
const takesKeyOf = (of: Pick<BoardDefinition, 'windows'>, { windows }: Pick<BoardDefinition, 'windows'>): boolean =>
  of.windows.some(
    (window) => window.kind === 'season' && findWindow({ windows: windows.filter(recurs) }, window.key) !== undefined,
  );

const recurs = ({ kind }: WindowDefinition): boolean => kind !== 'all' && kind !== 'season';

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
