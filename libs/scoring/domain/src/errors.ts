import { defineError } from '@laurel/kernel';

/** Refusals of single effects and causes of failed events; recorded with the event. */
export const scoringErrors = {
  overflow: defineError('scoring.overflow', 'invalid', 'A sum would leave the safe integers'),
  beyondBounds: defineError(
    'scoring.beyond_bounds',
    'invalid',
    'An entry would leave the declared bounds of its board',
  ),
  belowZero: defineError('scoring.below_zero', 'invalid', 'A correction would leave a balance or a count below zero'),
  windowClosed: defineError('scoring.window_closed', 'conflict', 'The window of the leaderboard has closed'),
  noAttemptsLeft: defineError(
    'scoring.no_attempts_left',
    'conflict',
    'The player has had all attempts that the leaderboard gives in a window',
  ),
  notJoined: defineError('scoring.not_joined', 'conflict', 'The player has not joined the window of the leaderboard'),
  serverOnly: defineError('scoring.server_only', 'conflict', 'The leaderboard takes no results that a player sent'),
  unknownBoard: defineError('scoring.unknown_board', 'not_found', 'The release in force has no such leaderboard'),
  unknownWindow: defineError('scoring.unknown_window', 'not_found', 'The leaderboard has no such window'),
  windowTooEarly: defineError('scoring.window_too_early', 'conflict', 'The window begins after the next one'),
  noStanding: defineError('scoring.no_standing', 'not_found', 'The player has no entry in the window'),
  chainTooLong: defineError(
    'scoring.chain_too_long',
    'invalid',
    'An event would lead to more emitted events than one may',
  ),
  decisionFailed: defineError('scoring.decision_failed', 'internal', 'The event could not be decided'),
  nothingToVoid: defineError('scoring.nothing_to_void', 'conflict', 'The event has no effects to take back'),
  playerNotActive: defineError('scoring.player_not_active', 'conflict', 'The player is suspended or banned'),
  playerMerged: defineError('scoring.player_merged', 'conflict', 'The player was merged into another one'),
  playerErased: defineError('scoring.player_erased', 'conflict', 'The player was erased'),
  tooManyAttributes: defineError('scoring.too_many_attributes', 'invalid', 'The player would have too many attributes'),
  inexactScale: defineError(
    'scoring.inexact_scale',
    'invalid',
    'A recorded amount has more decimals than its stat keeps',
  ),
  tooManyValues: defineError('scoring.too_many_values', 'invalid', 'A stat would tell too many values apart'),
  undecodable: defineError('scoring.undecodable', 'malformed', 'The message could not be read'),
  notCommitted: defineError('scoring.not_committed', 'internal', 'The event’s effects could not be committed'),
  unknownStat: defineError('scoring.unknown_stat', 'invalid', 'The program has no such stat'),
  unknownRelease: defineError('scoring.unknown_release', 'internal', 'A release was announced that is not stored'),
  positionMismatch: defineError(
    'scoring.position_mismatch',
    'internal',
    'The log does not continue where the state ends',
  ),
};
