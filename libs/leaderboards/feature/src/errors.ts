import { defineError } from '@laurel/kernel';

export const boardReadErrors = {
  boardNotFound: defineError('leaderboards.not_found', 'not_found', 'There is no such leaderboard'),
  windowNotFound: defineError('leaderboards.window_not_found', 'not_found', 'The leaderboard has no such window'),
  correctionTooLarge: defineError(
    'leaderboards.correction_too_large',
    'conflict',
    'The correction would move too many rows',
  ),
  segmentNotFound: defineError('leaderboards.segment_not_found', 'not_found', 'The leaderboard has no such segment'),
  serverOnly: defineError('leaderboards.server_only', 'forbidden', 'The leaderboard is open to servers only'),
  noLeague: defineError('leaderboards.no_league', 'not_found', 'The leaderboard has no league'),
  playerNotFound: defineError('leaderboards.player_not_found', 'not_found', 'There is no such player'),
  notJoinable: defineError('leaderboards.not_joinable', 'conflict', 'Nobody has to join the leaderboard'),
  windowNotFinal: defineError('leaderboards.window_not_final', 'conflict', 'The window is closing'),
  invalidCursor: defineError('leaderboards.invalid_cursor', 'malformed', 'The cursor is not one of this list'),
  invalidView: defineError('leaderboards.invalid_view', 'invalid', 'The view of the leaderboard is not valid'),
} as const;

/** What every read of one board may be refused with. */
export const BOARD_READ_PROBLEMS = [
  boardReadErrors.boardNotFound,
  boardReadErrors.windowNotFound,
  boardReadErrors.segmentNotFound,
  boardReadErrors.serverOnly,
] as const;
