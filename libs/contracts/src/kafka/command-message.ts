import {
  EVENT_REJECTED,
  EVENT_RELEASED,
  EVENT_VOIDED,
  LEAGUE_MOVED,
  GRANT_PAID,
  GRANT_REVOKED,
  PLAYER_ABSORBED,
  PLAYER_BACKFILLED,
  PLAYER_CORRECTED,
  PLAYER_ERASED,
  PLAYER_IMPORTED,
  PLAYER_MERGED,
  PLAYER_STATUS_CHANGED,
  PLAYER_UPDATED,
} from '@laurel/kernel';
import type { EventRecord } from '../documents/event-record.document.js';
import type { GrantPart } from '../documents/grant.document.js';
import type { HandedOver } from '../documents/handed-over.js';
import type { OrderedStatus } from '../documents/player.document.js';
import type { EventMessage } from './event-message.js';
import {
  MODERATION_EVENT_TYPES,
  type ModerationOrder,
  moderationOfRecord,
  recordOfModeration,
} from './moderation-command.js';
import type { ReplyTo } from './reply-message.js';

/** What every command carries. */
interface Command {
  readonly v: 1;
  readonly kind: 'command';
  readonly workspace: string;
  readonly playerId: string;
  /** Derives from what the command is about, or from what its sender calls it: given twice, it is carried out once. */
  readonly commandId: string;
  /** Id of the key that gave it. */
  readonly by: string;
  /** When the gateway had it: milliseconds since the epoch. */
  readonly receivedAt: number;
  /** Where the outcome is waited for; as that of an event, not part of what is recorded. */
  readonly replyTo?: ReplyTo;
}

/** Takes back what an event led to. */
export interface VoidCommand extends Command {
  readonly command: 'void';
  /** Id of the event, which is one of this player. */
  readonly target: string;
  /** Why, for people. */
  readonly reason: string;
}

/** Changes what is known of a player; a player who is not known yet is created. */
export interface UpdatePlayerCommand extends Command {
  readonly command: 'update_player';
  readonly change: ProfileChangeMessage;
}

/** Suspends or bans a player, or takes that back. */
export interface PlayerStatusCommand extends Command {
  readonly command: 'player_status';
  readonly status: OrderedStatus;
  /** Why, for people. */
  readonly reason: string;
}

/** Lets an event in that was held back, or leaves it out for good. */
export interface ReviewEventCommand extends Command {
  readonly command: 'review_event';
  readonly verdict: 'release' | 'reject';
  /** Id of the event, which is one of this player. */
  readonly target: string;
  /** The event as it was recorded: what was not yet decided is decided now. */
  readonly event: Pick<EventMessage, 'type' | 'occurredAt' | 'properties' | 'client'>;
  /** Why, for people. */
  readonly reason: string;
}

/** Takes over what another system knew of a player: adds balances, and records stats as one event would. */
export interface ImportPlayerCommand extends Command {
  readonly command: 'import_player';
  readonly importId: string;
  /** When it was so: milliseconds since the epoch. Windows of leaderboards go by it. */
  readonly occurredAt: number;
  /** By stat key: what is recorded. Of a `count`, how many. */
  readonly stats: Readonly<Record<string, number>>;
  /** By currency key: what is paid. */
  readonly balances: Readonly<Record<string, number>>;
}

/** Puts right what a player has: adds to stats and balances, or takes away; all of it or nothing. */
export interface CorrectPlayerCommand extends Command {
  readonly command: 'correct_player';
  /** By stat key: how much more, or less. Of a `count`, how many. */
  readonly stats: Readonly<Record<string, number>>;
  /** By currency key: how much more, or less. */
  readonly balances: Readonly<Record<string, number>>;
  /** Why, for people. */
  readonly reason: string;
}

/** Erases a player for good: nothing that names the player is left, and later events of the player are refused. */
export interface ErasePlayerCommand extends Command {
  readonly command: 'erase_player';
}

/** Merges a player into another one: what the player has goes over, and the player is closed for good. */
export interface MergePlayerCommand extends Command {
  readonly command: 'merge_player';
  /** Id of the other one, who need not be known yet. */
  readonly into: string;
  /** Why, for people. */
  readonly reason: string;
}

/**
 * What follows in the other one's partition. It comes of the record of the merge, whose place in the log its id is made of. It
 * does not say who was merged: the one who was may be erased, and this record is not.
 */
export interface AbsorbPlayerCommand extends Command {
  readonly command: 'absorb_player';
  readonly what: HandedOver;
  /** How many players had it who were merged themselves before it came. */
  readonly passedOn: number;
}

/** Fills what begins with a release by what was recorded of the player before. Behind the release in the player's partition. */
export interface BackfillCommand extends Command {
  readonly command: 'backfill';
  readonly release: number;
}

/** Hides, removes or adjusts a player's standing on a leaderboard, or lets the player join one. */
export type ModerationCommand = Command & ModerationOrder;

/** Puts a player into another tier of the league of a board, when a window of it has closed. */
export interface MoveLeagueCommand extends Command {
  readonly command: 'move_league';
  /** `boardId` */
  readonly board: string;
  /** Key of the window whose standings say so. */
  readonly window: string;
  /** Key of the tier that the player played in. */
  readonly from: string;
  /** Key of the tier that the player plays in from then on; null: out of the league, to begin in the lowest one. */
  readonly to: string | null;
}

/** Pays a player what a grant gives: all of it or nothing. The grant's document moves in the same transaction. */
export interface PayGrantCommand extends Command {
  readonly command: 'pay_grant';
  readonly grant: string;
  /** Number of the payment: only a refused one has a next. */
  readonly attempt: number;
  readonly parts: readonly GrantPart[];
}

/** Takes back what a grant paid. */
export interface RevokeGrantCommand extends Command {
  readonly command: 'revoke_grant';
  readonly grant: string;
  /** Number of the order: only one that was refused has a next. */
  readonly attempt: number;
  readonly parts: readonly GrantPart[];
  /** Event time of the payment, ms: windows of leaderboards go by it. */
  readonly paidFor: number;
  /** Why, for people. */
  readonly reason: string;
}

/**
 * What the admin gateway writes to the events topic for one order about one player, under the player's key: it is carried out
 * by the player's single writer, behind all that stands before it. Only gateways write this kind, and the scoring service what
 * follows from one. Version 1.
 */
export type CommandMessage =
  | VoidCommand
  | UpdatePlayerCommand
  | PlayerStatusCommand
  | ImportPlayerCommand
  | CorrectPlayerCommand
  | ReviewEventCommand
  | ErasePlayerCommand
  | MergePlayerCommand
  | AbsorbPlayerCommand
  | PayGrantCommand
  | RevokeGrantCommand
  | BackfillCommand
  | ModerationCommand
  | MoveLeagueCommand;

/** A change of a profile; what it does not name stays under `merge`, and goes under `replace`. Null takes away. */
export interface ProfileChangeMessage {
  readonly mode: 'replace' | 'merge';
  readonly name?: string | null;
  readonly avatarUrl?: string | null;
  readonly timeZone?: string | null;
  readonly attributes?: Readonly<Record<string, string | number | boolean | null>> | null;
}

/** The id of the command that voids an event. Customers' event ids never begin like it. */
export const voidCommandId = (eventId: string): string => `laurel.void.${eventId}`;

/** The id of a command that changes a player. `name` is the sender's own, or minted; unique for this player and order. */
export const playerCommandId = (order: string, name: string): string => `laurel.player.${order}.${name}`;

/** The id of the command that reviews an event: there is one review. */
export const reviewCommandId = (eventId: string): string => `laurel.review.${eventId}`;

/** The id of the command by which an import takes over a player: each player once for an import. */
export const importCommandId = (importId: string): string => `laurel.import.${importId}`;

/** The id of the command by which a player has what another one handed over, from the place of the record that says so. */
export const absorbCommandId = ({
  partition,
  epoch,
  offset,
}: Pick<EventRecord, 'partition' | 'epoch' | 'offset'>): string => `laurel.merge.${partition}.${epoch}.${offset}`;
/** The id of the command that fills what begins with a release: each player once. */
export const backfillCommandId = (release: number): string => `laurel.backfill.${release}`;

/** The id of the command that moves a player between tiers: once for each window. */
export const leagueMoveId = (board: string, window: string): string => `laurel.league.${board}.${window}`;

/** The id of the command that pays a grant, each attempt its own. */
export const payGrantCommandId = (grant: string, attempt: number): string => `laurel.grant.${grant}.${attempt}`;

/** The id of the command that takes back what a grant paid. */
export const revokeGrantCommandId = (grant: string, attempt: number): string =>
  `laurel.grant.${grant}.revoke.${attempt}`;

/** What the record of a void says besides its effects: its `properties`. Its type is `EVENT_VOIDED`. */
export interface VoidProperties {
  /** The event that was taken back, one of the same player. */
  readonly eventId: string;
  readonly reason: string;
  /** Id of the key that ordered it. */
  readonly by: string;
}

/** The same of a changed profile: all that a replay needs. Its type is `PLAYER_UPDATED`. */
export interface PlayerUpdatedProperties {
  readonly change: ProfileChangeMessage;
  readonly by: string;
}

/** The same of a status. Its type is `PLAYER_STATUS_CHANGED`. */
export interface PlayerStatusProperties {
  readonly status: OrderedStatus;
  readonly reason: string;
  readonly by: string;
}

/** The same of a review. Its type is `EVENT_RELEASED` or `EVENT_REJECTED`. */
export interface EventReviewedProperties {
  /** The event that was held back. */
  readonly eventId: string;
  readonly event: ReviewEventCommand['event'];
  readonly reason: string;
  readonly by: string;
}

/** The same of what was taken over from another system. Its type is `PLAYER_IMPORTED`. */
export type PlayerImportedProperties = Pick<ImportPlayerCommand, 'importId' | 'stats' | 'balances' | 'by'>;

/** The same of amounts that were put right. Its type is `PLAYER_CORRECTED`. */
export type PlayerCorrectedProperties = Pick<CorrectPlayerCommand, 'stats' | 'balances' | 'reason' | 'by'>;

/** The same of an erasure, which is told to whoever waits for it and never recorded. Its type is `PLAYER_ERASED`. */
export interface PlayerErasedProperties {
  readonly by: string;
}

/** The same of a merge. Its type is `PLAYER_MERGED`. */
export type PlayerMergedProperties = Pick<MergePlayerCommand, 'into' | 'reason' | 'by'>;

/** The same of what came of it to the other player. Its type is `PLAYER_ABSORBED`. */
export type PlayerAbsorbedProperties = Pick<AbsorbPlayerCommand, 'what' | 'passedOn' | 'by'>;
/** The same of what was filled. Its type is `PLAYER_BACKFILLED`. */
export type PlayerBackfilledProperties = Pick<BackfillCommand, 'release' | 'by'>;

/** The same of a change of tier. Its type is `LEAGUE_MOVED`. */
export type LeagueMovedProperties = Pick<MoveLeagueCommand, 'board' | 'window' | 'from' | 'to' | 'by'>;

/** The same of a grant that was paid. Its type is `GRANT_PAID`. */
export type GrantPaidProperties = Pick<PayGrantCommand, 'grant' | 'attempt' | 'parts' | 'by'>;

/** The same of a grant that was taken back. Its type is `GRANT_REVOKED`. */
export type GrantRevokedProperties = Pick<
  RevokeGrantCommand,
  'grant' | 'attempt' | 'parts' | 'paidFor' | 'reason' | 'by'
>;

/** Types of the records that commands lead to; no event is of one. */
export const COMMAND_EVENT_TYPES: ReadonlySet<string> = new Set([
  EVENT_VOIDED,
  PLAYER_UPDATED,
  PLAYER_STATUS_CHANGED,
  PLAYER_IMPORTED,
  PLAYER_CORRECTED,
  PLAYER_BACKFILLED,
  EVENT_RELEASED,
  EVENT_REJECTED,
  PLAYER_ERASED,
  PLAYER_MERGED,
  PLAYER_ABSORBED,
  ...MODERATION_EVENT_TYPES,
  LEAGUE_MOVED,
  GRANT_PAID,
  GRANT_REVOKED,
]);

/** The event that a command is recorded as: under its own id, of a type of Laurel's own. */
export function eventOfCommand(command: CommandMessage): EventMessage {
  const { workspace, playerId, commandId, receivedAt, replyTo } = command;
  return {
    v: 1,
    kind: 'event',
    workspace,
    eventId: commandId,
    playerId,
    occurredAt: receivedAt,
    receivedAt,
    ...contentOf(command),
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}

function contentOf(
  command: CommandMessage,
): Pick<EventMessage, 'type' | 'properties'> & Partial<Pick<EventMessage, 'occurredAt'>> {
  const { by } = command;
  switch (command.command) {
    case 'void': {
      const properties: VoidProperties = { eventId: command.target, reason: command.reason, by };
      return { type: EVENT_VOIDED, properties: { ...properties } };
    }
    case 'update_player': {
      const properties: PlayerUpdatedProperties = { change: command.change, by };
      return { type: PLAYER_UPDATED, properties: { ...properties } };
    }
    case 'player_status': {
      const properties: PlayerStatusProperties = { status: command.status, reason: command.reason, by };
      return { type: PLAYER_STATUS_CHANGED, properties: { ...properties } };
    }
    case 'review_event': {
      const { target, verdict, event, reason } = command;
      const properties: EventReviewedProperties = { eventId: target, event, reason, by };
      return { type: verdict === 'release' ? EVENT_RELEASED : EVENT_REJECTED, properties: { ...properties } };
    }
    case 'backfill': {
      const properties: PlayerBackfilledProperties = { release: command.release, by };
      return { type: PLAYER_BACKFILLED, properties: { ...properties } };
    }
    case 'import_player': {
      const { importId, stats, balances, occurredAt } = command;
      const properties: PlayerImportedProperties = { importId, stats, balances, by };
      return { type: PLAYER_IMPORTED, occurredAt, properties: { ...properties } };
    }
    case 'correct_player': {
      const { stats, balances, reason } = command;
      const properties: PlayerCorrectedProperties = { stats, balances, reason, by };
      return { type: PLAYER_CORRECTED, properties: { ...properties } };
    }
    case 'pay_grant': {
      const { grant, attempt, parts } = command;
      const properties: GrantPaidProperties = { grant, attempt, parts, by };
      return { type: GRANT_PAID, properties: { ...properties } };
    }
    case 'revoke_grant': {
      const { grant, attempt, parts, paidFor, reason } = command;
      const properties: GrantRevokedProperties = { grant, attempt, parts, paidFor, reason, by };
      return { type: GRANT_REVOKED, properties: { ...properties } };
    }
    case 'erase_player': {
      const properties: PlayerErasedProperties = { by };
      return { type: PLAYER_ERASED, properties: { ...properties } };
    }
    case 'merge_player': {
      const { into, reason } = command;
      const properties: PlayerMergedProperties = { into, reason, by };
      return { type: PLAYER_MERGED, properties: { ...properties } };
    }
    case 'absorb_player': {
      const { what, passedOn } = command;
      const properties: PlayerAbsorbedProperties = { what, passedOn, by };
      return { type: PLAYER_ABSORBED, properties: { ...properties } };
    }
    case 'hide_standing':
    case 'remove_standing':
    case 'adjust_standing':
    case 'join_board':
      return recordOfModeration(command);
    case 'move_league': {
      const { board, window, from, to } = command;
      const properties: LeagueMovedProperties = { board, window, from, to, by };
      return { type: LEAGUE_MOVED, properties: { ...properties } };
    }
  }
}

/** The command that an event was made of; undefined for what no command leads to. */
export function commandOfEvent(event: EventMessage): CommandMessage | undefined {
  const { workspace, playerId, eventId: commandId, receivedAt, type } = event;
  const command = { v: 1, kind: 'command', workspace, playerId, commandId, receivedAt } as const;
  const content: unknown = event.properties;
  switch (type) {
    case EVENT_VOIDED: {
      const { eventId: target, reason, by } = content as VoidProperties;
      return { ...command, command: 'void', target, reason, by };
    }
    case PLAYER_UPDATED: {
      const { change, by } = content as PlayerUpdatedProperties;
      return { ...command, command: 'update_player', change, by };
    }
    case PLAYER_STATUS_CHANGED: {
      const { status, reason, by } = content as PlayerStatusProperties;
      return { ...command, command: 'player_status', status, reason, by };
    }
    case EVENT_RELEASED:
    case EVENT_REJECTED: {
      const { eventId: target, event: held, reason, by } = content as EventReviewedProperties;
      const verdict = type === EVENT_RELEASED ? 'release' : 'reject';
      return { ...command, command: 'review_event', verdict, target, event: held, reason, by };
    }
    case PLAYER_IMPORTED: {
      const { importId, stats, balances, by } = content as PlayerImportedProperties;
      return { ...command, command: 'import_player', occurredAt: event.occurredAt, importId, stats, balances, by };
    }
    case PLAYER_CORRECTED: {
      const { stats, balances, reason, by } = content as PlayerCorrectedProperties;
      return { ...command, command: 'correct_player', stats, balances, reason, by };
    }
    case GRANT_PAID: {
      const { grant, attempt, parts, by } = content as GrantPaidProperties;
      return { ...command, command: 'pay_grant', grant, attempt, parts, by };
    }
    case GRANT_REVOKED: {
      const { grant, attempt, parts, paidFor, reason, by } = content as GrantRevokedProperties;
      return { ...command, command: 'revoke_grant', grant, attempt, parts, paidFor, reason, by };
    }
    case PLAYER_ERASED: {
      const { by } = content as PlayerErasedProperties;
      return { ...command, command: 'erase_player', by };
    }
    case PLAYER_MERGED: {
      const { into, reason, by } = content as PlayerMergedProperties;
      return { ...command, command: 'merge_player', into, reason, by };
    }
    case PLAYER_ABSORBED: {
      const { what, passedOn, by } = content as PlayerAbsorbedProperties;
      return { ...command, command: 'absorb_player', what, passedOn, by };
    }
    case PLAYER_BACKFILLED: {
      const { release, by } = content as PlayerBackfilledProperties;
      return { ...command, command: 'backfill', release, by };
    }
    case LEAGUE_MOVED: {
      const { board, window, from, to, by } = content as LeagueMovedProperties;
      return { ...command, command: 'move_league', board, window, from, to, by };
    }
    default: {
      const order = moderationOfRecord({ type, properties: event.properties });
      return order && { ...command, ...order };
    }
  }
}
