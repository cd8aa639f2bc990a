/** Keys of resources: lower case, digits, `_` and `-`, 1 to 63 characters, starting with a letter or a digit. */
export const SLUG_PATTERN = '^[a-z0-9][a-z0-9_-]{0,62}$';

const SLUG = new RegExp(SLUG_PATTERN);

export const isSlug = (value: unknown): value is string => typeof value === 'string' && SLUG.test(value);

/** Event types: snake_case, in dotted parts, 1 to 64 characters. `laurel.` is reserved for Laurel's own. */
export const EVENT_TYPE_PATTERN = '^(?=.{1,64}$)[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$';

export const RESERVED_EVENT_TYPE_PREFIX = 'laurel.';

/** Event ids that begin with it are Laurel's own: they name the commands that were carried out. */
export const RESERVED_EVENT_ID_PREFIX = 'laurel.';

/** Type of the record that a carried-out void leaves: an event of Laurel's own, under the command's id. */
export const EVENT_VOIDED = 'laurel.event_voided';

/** Type of the record of a change of what is known of a player. */
export const PLAYER_UPDATED = 'laurel.player_updated';

/** Type of the record of a suspension, a ban, or a reinstatement. */
export const PLAYER_STATUS_CHANGED = 'laurel.player_status_changed';

/** Type of the record of stats and leaderboards that were filled from what was recorded of a player before. */
export const PLAYER_BACKFILLED = 'laurel.player_backfilled';

/** Types of the records of an event that was held back: it was let in after all, or it never counts. */
export const EVENT_RELEASED = 'laurel.event_released';
export const EVENT_REJECTED = 'laurel.event_rejected';

/** Type of the record of what was taken over of a player from another system. */
export const PLAYER_IMPORTED = 'laurel.player_imported';

/** Type of the record of amounts that an operator put right. */
export const PLAYER_CORRECTED = 'laurel.player_corrected';

/** Types of the records of a grant that was paid to a player, and of one that was taken back. */
export const GRANT_PAID = 'laurel.grant_paid';
export const GRANT_REVOKED = 'laurel.grant_revoked';
export const PLAYER_ERASED = 'laurel.player_erased';

/** Types of the records of a merge: of the player who was merged into another one, and of the other one. */
export const PLAYER_MERGED = 'laurel.player_merged';
export const PLAYER_ABSORBED = 'laurel.player_absorbed';

/** Types of the records of what operators did to a player's standing on a leaderboard, and of a player's joining one. */
export const STANDING_HIDDEN = 'laurel.standing_hidden';
export const STANDING_UNHIDDEN = 'laurel.standing_unhidden';
export const STANDING_REMOVED = 'laurel.standing_removed';
export const STANDING_ADJUSTED = 'laurel.standing_adjusted';
export const BOARD_JOINED = 'laurel.board_joined';

/** Type of the record of a change of tier when a window of a league closed. */
export const LEAGUE_MOVED = 'laurel.league_moved';
