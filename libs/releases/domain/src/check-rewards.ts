import type { FieldProblem } from '@laurel/kernel';
import { LEAGUE_PART, windowName } from '@laurel/leaderboards-domain';
import { type ScheduledBoard, checkReward, checkSchedule } from '@laurel/rewards-domain';
import type { ProgramKeys } from '@laurel/rules-domain';
import type { BoardDraft, ProgramDocument } from './program.js';

/** What a schema can't say of rewards and of who is to get them. */
export function checkRewards(program: ProgramDocument, keys: ProgramKeys): FieldProblem[] {
  const { rewards = [], rewardSchedules = [], leaderboards, stats } = program;
  const summed = new Set(stats.flatMap(({ key, aggregation }) => (aggregation === 'sum' ? [key] : [])));
  const surroundings = {
    rewards: new Set(rewards.map(({ key }) => key)),
    segments: keys.segments ?? new Set<string>(),
    boards: new Map(leaderboards.map((board) => [board.key, scheduledBoard(board)])),
  };
  return [
    ...rewards.flatMap((reward, index) => checkReward(reward, { ...keys, summed }, `/rewards/${index}`)),
    ...rewardSchedules.flatMap((schedule, index) => checkSchedule(schedule, surroundings, `/rewardSchedules/${index}`)),
  ];
}

const scheduledBoard = ({ order, windows, splits = [], league }: BoardDraft): ScheduledBoard => ({
  order,
  windows: new Set(windows.filter(({ kind }) => kind !== 'all').map(windowName)),
  splits: new Set([
    ...splits.map(({ key }) => key),
    ...(league ? [LEAGUE_PART, ...league.tiers.map(({ key }) => `${LEAGUE_PART}:${key}`)] : []),
  ]),
});
