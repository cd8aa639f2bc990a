import { checkEventType } from '@laurel/events-domain';
import { type FieldProblem, RESERVED_EVENT_TYPE_PREFIX } from '@laurel/kernel';
import { type ProgramKeys, checkBoost, checkPlausible, checkRule, checkSegment } from '@laurel/rules-domain';
import { checkBoard } from './check-board.js';
import { checkBudget, checkExpressionCount } from './check-budget.js';
import { checkChains } from './check-chains.js';
import { checkDistinctBoard } from './check-distinct-board.js';
import { checkEmitted } from './check-emitted.js';
import { checkRewards } from './check-rewards.js';
import { programKeys } from './currencies.js';
import type { ProgramDocument } from './program.js';
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
    ...program.leaderboards.flatMap((board, index) => checkBoard(board, keys, `/leaderboards/${index}`)),
    ...program.leaderboards.flatMap((board, index) =>
      checkDistinctBoard(board, keys.distinct, `/leaderboards/${index}`),
    ),
    ...checkEventTypes(program.eventTypes ?? []),
    ...(program.segments ?? []).flatMap((segment, index) => checkSegment(segment, keys, `/segments/${index}`)),
    ...checkBoosts(program, keys),
    ...checkRewards(program, keys),
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

function duplicates(path: string, resources: readonly { readonly key: string }[]): FieldProblem[] {
  const keys = resources.map(({ key }) => key);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index
      ? [problem(`${path}/${index}/key`, 'unique', `"${key}" is used by ${path}/${keys.indexOf(key)}`)]
      : [],
  );
}

const problem = (path: string, rule: string, message: string): FieldProblem => ({ path, rule, message });
