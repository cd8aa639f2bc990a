import { checkEventType } from '@laurel/events-domain';
import { type FieldProblem, RESERVED_EVENT_TYPE_PREFIX, parseInstant } from '@laurel/kernel';
import { type Bounds, windowKey } from '@laurel/leaderboards-domain';
import { type ProgramKeys, checkBoost, checkPlausible, checkRule, checkSegment } from '@laurel/rules-domain';
import { checkBudget, checkExpressionCount } from './check-budget.js';
import { checkChains } from './check-chains.js';
import { checkDistinctBoard } from './check-distinct-board.js';
import { checkEmitted } from './check-emitted.js';
import { programKeys } from './currencies.js';
import type { BoardDraft, ProgramDocument } from './program.js';
import { RESOURCE_KINDS, resourcesOf } from './resource-kinds.js';

/** What a schema can't say: duplicate keys, references to nothing, dates that are none. Paths are JSON pointers. */
export function checkProgram(program: ProgramDocument): FieldProblem[] {
  const tooMany = checkExpressionCount(program);
  if (tooMany.length > 0) return tooMany;
  const keys = programKeys(program);
  return [
    ...duplicateKeys(program),
    ...program.stats.flatMap(({ aggregation, scale, plausible }, index) => [
      ...((aggregation === 'count' || aggregation === 'distinct') && scale
        ? [problem(`/stats/${index}/scale`, 'whole', 'a count has no decimals')]
        : []),
      ...(aggregation === 'distinct' && plausible
        ? [problem(`/stats/${index}/plausible`, 'aggregation', 'bounds are for amounts, and this one counts values')]
        : []),
      ...(plausible ? checkPlausible(plausible, aggregation) : []).map((found) => ({
        ...found,
        path: `/stats/${index}/plausible${found.path}`,
      })),
    ]),
    ...program.rules.flatMap((rule, index) => [
      ...rule.on.flatMap((type, position) => checkReserved(type, `/rules/${index}/on/${position}`)),
      ...checkRule(rule, keys, `/rules/${index}`),
    ]),
    ...program.leaderboards.flatMap((board, index) => checkBoard(board, keys.stats, `/leaderboards/${index}`)),
    ...program.leaderboards.flatMap((board, index) =>
      checkDistinctBoard(board, keys.distinct, `/leaderboards/${index}`),
    ),
    ...checkEventTypes(program.eventTypes ?? []),
    ...(program.segments ?? []).flatMap((segment, index) => checkSegment(segment, keys, `/segments/${index}`)),
    ...checkBoosts(program, keys),
    ...checkEmitted(program),
    ...checkFlow(program),
  ];
}

/** What events lead to: chains that end, and then how much there is of it. */
function checkFlow(program: ProgramDocument): FieldProblem[] {
  const problems = checkChains(program);
  return problems.length > 0 ? problems : checkBudget(program);
}

function checkBoosts({ boosts = [], rules, stats }: ProgramDocument, keys: ProgramKeys): FieldProblem[] {
  const counts = stats
    .filter(({ aggregation }) => aggregation === 'count' || aggregation === 'distinct')
    .map(({ key }) => key);
  const known = { ...keys, rules: new Set(rules.map(({ key }) => key)), counts: new Set(counts) };
  return boosts.flatMap((boost, index) => checkBoost(boost, known, `/boosts/${index}`));
}

/** Keys that two resources of one kind have. */
export const duplicateKeys = (program: ProgramDocument): FieldProblem[] =>
  RESOURCE_KINDS.flatMap((kind) => duplicates(`/${kind.collection}`, resourcesOf(program, kind)));

const checkEventTypes = (types: NonNullable<ProgramDocument['eventTypes']>): FieldProblem[] =>
  types.flatMap((type, index) => [
    ...checkReserved(type.key, `/eventTypes/${index}/key`),
    ...checkEventType(type).map((found) => ({ ...found, path: `/eventTypes/${index}${found.path}` })),
  ]);

const checkReserved = (type: string, path: string): FieldProblem[] =>
  type.startsWith(RESERVED_EVENT_TYPE_PREFIX)
    ? [problem(path, 'reserved', `event types of "${RESERVED_EVENT_TYPE_PREFIX}" are Laurel's own`)]
    : [];

function checkBoard(board: BoardDraft, stats: ReadonlySet<string>, path: string): FieldProblem[] {
  const columns = board.ties?.columns ?? [];
  return [
    ...reference(stats, board.source.stat, `${path}/source/stat`),
    ...checkBounds(board.source.bounds, `${path}/source/bounds`),
    ...columns.flatMap(({ bounds }, index) => checkBounds(bounds, `${path}/ties/columns/${index}/bounds`)),
    ...columns.flatMap((column, index) => reference(stats, column.stat, `${path}/ties/columns/${index}/stat`)),
    ...columns.flatMap((column, index) =>
      column.stat === board.source.stat || columns.findIndex(({ stat }) => stat === column.stat) < index
        ? [
            problem(
              `${path}/ties/columns/${index}/stat`,
              'distinct',
              `"${column.stat}" already decides before this column`,
            ),
          ]
        : [],
    ),
    ...checkWindows(board, `${path}/windows`),
  ];
}

const checkBounds = (bounds: Bounds | undefined, path: string): FieldProblem[] =>
  bounds && bounds.max < bounds.min ? [problem(`${path}/max`, 'not-below-min', 'must not be less than min')] : [];

function checkWindows({ windows }: BoardDraft, path: string): FieldProblem[] {
  const keys = windows.map(windowKey);
  return windows.flatMap((window, index) => {
    const problems: FieldProblem[] = [];
    const at = `${path}/${index}`;
    if (keys.indexOf(windowKey(window)) < index) {
      problems.push(problem(`${at}/key`, 'unique', `another window of this board is called "${windowKey(window)}"`));
    }
    if (window.kind !== 'season') return problems;
    if (window.key === 'all') problems.push(problem(`${at}/key`, 'reserved', '"all" is the window of all time'));
    const [start, end] = [parseInstant(window.start), parseInstant(window.end)];
    if (start === undefined)
      problems.push(problem(`${at}/start`, 'date-time', 'must be an RFC 3339 date-time with an offset'));
    if (end === undefined)
      problems.push(problem(`${at}/end`, 'date-time', 'must be an RFC 3339 date-time with an offset'));
    if (start !== undefined && end !== undefined && end <= start) {
      problems.push(problem(`${at}/end`, 'after-start', 'must be after start'));
    }
    return problems;
  });
}

function duplicates(path: string, resources: readonly { readonly key: string }[]): FieldProblem[] {
  const keys = resources.map(({ key }) => key);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index
      ? [problem(`${path}/${index}/key`, 'unique', `"${key}" is used by ${path}/${keys.indexOf(key)}`)]
      : [],
  );
}

const reference = (stats: ReadonlySet<string>, stat: string, path: string): FieldProblem[] =>
  stats.has(stat) ? [] : [problem(path, 'reference', `there is no stat "${stat}" in this program`)];

const problem = (path: string, rule: string, message: string): FieldProblem => ({ path, rule, message });
