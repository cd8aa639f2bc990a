export { AwardWindow } from './award-window/award-window.js';
export { FinalStandings } from './award-window/final-standings.port.js';
export { rewardErrors } from './errors.js';
export { rewardIndexes } from './reward.indexes.js';
export {
  RewardsAdminModule,
  RewardsIngestionModule,
  RewardsQueryModule,
  RewardsScoringModule,
} from './rewards.modules.js';
