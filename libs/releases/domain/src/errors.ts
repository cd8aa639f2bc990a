import { defineError } from '@laurel/kernel';

export const releaseErrors = {
  invalidProgram: defineError('releases.invalid_program', 'invalid', 'The program is not valid'),
  invalidResource: defineError('releases.invalid_resource', 'invalid', 'The resource is not valid'),
  resourceNotFound: defineError('releases.resource_not_found', 'not_found', 'The draft has no such resource'),
  revisionRequired: defineError('releases.revision_required', 'precondition_required', 'The write names no revision'),
  draftMoved: defineError('releases.draft_moved', 'precondition_failed', 'The draft is at another revision'),
  draftOutdated: defineError('releases.draft_outdated', 'conflict', 'Others published since the draft was begun'),
  noDraft: defineError('releases.no_draft', 'conflict', 'There is no draft to publish'),
  inForce: defineError('releases.in_force', 'conflict', 'This release is in force'),
  targetMoved: defineError('releases.target_moved', 'precondition_failed', 'The target has another latest release'),
  unknownEnvironment: defineError('releases.unknown_environment', 'not_found', 'The tenant has no such environment'),
  dryRunBusy: defineError('releases.dry_run_busy', 'rate_limited', 'Other dry runs are going on'),
  dryRunTooLarge: defineError('releases.dry_run_too_large', 'invalid', 'The dry run has too many events'),
  dryRunTimeout: defineError('releases.dry_run_timeout', 'invalid', 'The dry run took too long'),
  windowNotFound: defineError('releases.window_not_found', 'not_found', 'The leaderboard has no such window'),
  windowOver: defineError('releases.window_over', 'conflict', 'The window has ended'),
  invalidWindowEnd: defineError('releases.invalid_window_end', 'invalid', 'The window can’t end then'),
  notFound: defineError('releases.not_found', 'not_found', 'There is no such release'),
};
