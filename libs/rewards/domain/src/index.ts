export { checkReward } from './check-rewards.js';
export type { RewardKeys } from './check-rewards.js';
export { checkSchedule } from './check-schedule.js';
export type { ScheduleSurroundings, ScheduledBoard } from './check-schedule.js';
export { rewardSchema } from './reward.js';
export type { RewardAmount, RewardDefinition, RewardPart } from './reward.js';
export { rewardScheduleId, rewardScheduleSchema } from './reward-schedule.js';
export type {
  RankRange,
  ReleasedRewardSchedule,
  RewardScheduleDefinition,
  RewardTier,
  TierReach,
  TierTies,
} from './reward-schedule.js';
export { winnersOf } from './winners.js';
export type { FinalBoard, FinalRow, Winner } from './winners.js';
