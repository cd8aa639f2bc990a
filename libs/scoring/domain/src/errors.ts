import { defineError } from '@laurel/kernel';

/** Refusals of single effects and causes of failed events; recorded with the event. */
export const scoringErrors = {
  overflow: defineError('scoring.overflow', 'invalid', 'A sum would leave the safe integers'),
  decisionFailed: defineError('scoring.decision_failed', 'internal', 'The event could not be decided'),
  undecodable: defineError('scoring.undecodable', 'malformed', 'The message could not be read'),
  unknownRelease: defineError('scoring.unknown_release', 'internal', 'A release was announced that is not stored'),
  positionMismatch: defineError(
    'scoring.position_mismatch',
    'internal',
    'The log does not continue where the state ends',
  ),
};
