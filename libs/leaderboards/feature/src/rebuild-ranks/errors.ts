import { defineError } from '@laurel/kernel';

export const rebuildErrors = {
  underWay: defineError('leaderboards.rebuild_under_way', 'conflict', 'The ranks are being rebuilt already'),
  lost: defineError('leaderboards.rebuild_lost', 'unavailable', 'The rebuild of the ranks was given up'),
};
