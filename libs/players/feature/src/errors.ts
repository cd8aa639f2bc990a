import { defineError } from '@laurel/kernel';

export const playerErrors = {
  notFound: defineError('players.not_found', 'not_found', 'There is no such player'),
  importNotFound: defineError('players.import_not_found', 'not_found', 'There is no such import'),
  erased: defineError('players.erased', 'conflict', 'The player was erased'),
  merged: defineError('players.merged', 'conflict', 'The player was merged into another one'),
  notActive: defineError('players.not_active', 'conflict', 'The player is suspended or banned'),
  correctionRefused: defineError(
    'players.correction_refused',
    'conflict',
    'The correction would leave the bounds of an amount',
  ),
  keyInUse: defineError('players.key_in_use', 'conflict', 'Another order was given under this key'),
  changeFailed: defineError('players.change_failed', 'internal', 'The change could not be made'),
  segmentNotFound: defineError('players.segment_not_found', 'not_found', 'There is no such segment'),
  segmentNotCounted: defineError(
    'players.segment_not_counted',
    'unavailable',
    'The segment could not be counted in time',
  ),
} as const;
