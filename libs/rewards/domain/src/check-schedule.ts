import type { FieldProblem } from '@laurel/kernel';
import type { RewardScheduleDefinition, RewardTier } from './reward-schedule.js';

/** What of a program a schedule refers to. */
export interface ScheduleSurroundings {
  readonly rewards: ReadonlySet<string>;
  readonly segments: ReadonlySet<string>;
  /** By key. */
  readonly boards: ReadonlyMap<string, ScheduledBoard>;
}

/** What a schedule needs of a leaderboard. */
export interface ScheduledBoard {
  readonly order: 'asc' | 'desc';
  /** Names of the windows that end. */
  readonly windows: ReadonlySet<string>;
  /** Keys; of a league `league`, and `league:<tier>` for each tier. */
  readonly splits: ReadonlySet<string>;
}

/** What a schema can't say of a schedule: references to nothing, and tiers that overlap, leave gaps or are never reached. */
export function checkSchedule(
  schedule: RewardScheduleDefinition,
  { rewards, segments, boards }: ScheduleSurroundings,
  path: string,
): FieldProblem[] {
  const { leaderboard, tiers, eligible } = schedule;
  const board = boards.get(leaderboard);
  return [
    ...(board ? checkBoard(schedule, board, path) : [missing('leaderboard', leaderboard, `${path}/leaderboard`)]),
    ...(eligible && !segments.has(eligible.segment)
      ? [missing('segment', eligible.segment, `${path}/eligible/segment`)]
      : []),
    ...tiers.flatMap((tier, index) => [
      ...checkName(tiers, index, path),
      ...tier.rewards.flatMap((reward, at) =>
        rewards.has(reward) ? [] : [inTier(tier, missing('reward', reward, `${path}/tiers/${index}/rewards/${at}`))],
      ),
    ]),
    ...checkRanks(schedule, path),
    ...checkSteps(schedule, board?.order ?? 'desc', path),
  ];
}

function checkBoard({ windows, per, leaderboard }: RewardScheduleDefinition, board: ScheduledBoard, path: string) {
  const unknown = (windows ?? []).flatMap((name, index) =>
    board.windows.has(name)
      ? []
      : [problem(`${path}/windows/${index}`, 'reference', `"${leaderboard}" has no window "${name}" that ends`)],
  );
  const none =
    windows === undefined && board.windows.size === 0
      ? [problem(`${path}/leaderboard`, 'ends', `"${leaderboard}" has no window that ends`)]
      : [];
  const split =
    per === undefined || board.splits.has(per)
      ? []
      : [problem(`${path}/per`, 'reference', `"${leaderboard}" has no split "${per}"`)];
  return [...unknown, ...none, ...split];
}

function checkName(tiers: readonly RewardTier[], index: number, path: string): FieldProblem[] {
  const name = tiers[index]?.name;
  const first = tiers.findIndex((tier) => tier.name === name);
  return first < index
    ? [problem(`${path}/tiers/${index}/name`, 'unique', `another tier of this schedule is called "${name}"`)]
    : [];
}

/** Ranges one after the other: none may overlap and, unless that is allowed, none may leave a place out. */
function checkRanks({ tiers, gaps }: RewardScheduleDefinition, path: string): FieldProblem[] {
  const ranged = tiers
    .flatMap((tier, index) => ('ranks' in tier ? [{ tier, index, ...tier.ranks }] : []))
    .sort((left, right) => left.from - right.from);
  return ranged.flatMap(({ tier, index, from, to }, at) => {
    const before = ranged[at - 1];
    const field = `${path}/tiers/${index}/ranks`;
    if (to < from) return [inTier(tier, problem(`${field}/to`, 'not-below-from', 'must not be less than from'))];
    if (before && from <= before.to) {
      return [inTier(tier, problem(`${field}/from`, 'overlap', `places overlap those of tier "${before.tier.name}"`))];
    }
    const next = (before?.to ?? 0) + 1;
    if (gaps || from === next) return [];
    const left = from - 1 === next ? `place ${next} gets` : `places ${next} to ${from - 1} get`;
    return [inTier(tier, problem(`${field}/from`, 'gap', `${left} nothing before it; set gaps to allow that`))];
  });
}

/** Percents must grow, and scores get easier: a tier that is no wider than one before it is never reached. */
function checkSteps({ tiers }: RewardScheduleDefinition, order: 'asc' | 'desc', path: string): FieldProblem[] {
  let percent: (RewardTier & { topPercent: number }) | undefined;
  let score: (RewardTier & { minScore: number }) | undefined;
  const problems: FieldProblem[] = [];
  for (const [index, tier] of tiers.entries()) {
    const at = `${path}/tiers/${index}`;
    const covered = (field: string, by: RewardTier): void =>
      void problems.push(inTier(tier, problem(`${at}/${field}`, 'overlap', `is covered by tier "${by.name}"`)));
    if ('topPercent' in tier) {
      if (percent && tier.topPercent <= percent.topPercent) covered('topPercent', percent);
      else percent = tier;
    } else if ('minScore' in tier) {
      const isWider = !score || (order === 'desc' ? tier.minScore < score.minScore : tier.minScore > score.minScore);
      if (!isWider && score) covered('minScore', score);
      else score = tier;
    }
  }
  return problems;
}

const inTier = ({ name }: RewardTier, found: FieldProblem): FieldProblem => ({
  ...found,
  message: `tier "${name}": ${found.message}`,
});

const missing = (what: string, key: string, path: string): FieldProblem =>
  problem(path, 'reference', `there is no ${what} "${key}" in this program`);

const problem = (path: string, rule: string, message: string): FieldProblem => ({ path, rule, message });
