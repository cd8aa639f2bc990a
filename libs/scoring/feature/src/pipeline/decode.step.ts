import {
  type BarrierMessage,
  type ClockMessage,
  COMMAND_EVENT_TYPES,
  type CommandMessage,
  type EventMessage,
  type EventsTopicMessage,
  type ModerationCommand,
  type ReleaseMessage,
  type ReviewEventCommand,
  eventOfCommand,
} from '@laurel/contracts';
import type { LogMessage } from '@laurel/platform-kafka';
import { NO_CLOCKS, type TestClocks, withClock } from '../partition/test-clocks.js';

/** A message as the pipeline sees it, with its place and its `now`. */
export type Decoded = DecodedEvent | DecodedCommand | DecodedRelease | DecodedClock | DecodedBarrier | Poison;

export interface Placed {
  readonly offset: number;
  /** Broker append time, never before that of an earlier message of the partition; by the clock of its workspace, ms. */
  readonly now: number;
}

export interface DecodedEvent extends Placed {
  readonly kind: 'event';
  readonly event: EventMessage;
}

/** An order about one player, with the event that it is recorded as: under its own id, of a type of Laurel's own. */
export interface DecodedCommand extends Placed {
  readonly kind: 'command';
  readonly command: CommandMessage;
  readonly event: EventMessage;
}

export interface DecodedRelease extends Placed {
  readonly kind: 'release';
  readonly message: ReleaseMessage;
}

export interface DecodedClock extends Placed {
  readonly kind: 'clock';
  readonly message: ClockMessage;
}

export interface DecodedBarrier extends Placed {
  readonly kind: 'barrier';
  readonly message: BarrierMessage;
}

/** A message that can't be read: it goes to the dead letters and the partition moves on. */
export interface Poison extends Placed {
  readonly kind: 'poison';
  readonly message: LogMessage;
  readonly detail: string;
}

/**
 * Reads the messages of a batch.
 *
 * @param decidedAt latest append time of the partition so far: a broker's clock that steps back does not make time run backwards
 * @param clocks how far workspaces with a test clock are ahead of that where the batch begins, ms
 */
export function decode(messages: readonly LogMessage[], decidedAt: number, clocks: TestClocks = NO_CLOCKS): Decoded[] {
  let latest = decidedAt;
  let known = clocks;
  return messages.map((message) => {
    latest = Math.max(latest, message.timestamp);
    const parsed = parse(message);
    if (typeof parsed === 'string') {
      return { offset: message.offset, now: latest, kind: 'poison', message, detail: parsed };
    }
    if (parsed.kind === 'clock') known = withClock(known, parsed);
    const aheadMs = known.get(parsed.workspace ?? '') ?? 0;
    const placed = { offset: message.offset, now: latest + aheadMs };
    switch (parsed.kind) {
      case 'event':
        return { ...placed, kind: 'event', event: aheadMs === 0 ? parsed : happened(parsed, aheadMs) };
      case 'command': {
        const event = ordered(parsed, aheadMs);
        return { ...placed, kind: 'command', command: parsed, event };
      }
      case 'release':
        return { ...placed, kind: 'release', message: parsed };
      case 'clock':
        return { ...placed, kind: 'clock', message: parsed };
      case 'barrier':
        return { ...placed, kind: 'barrier', message: parsed };
    }
  });
}

/** The latest append time of a partition behind these messages, ms: that of the world, whatever test clocks say. */
export const appendedAt = (messages: readonly LogMessage[], decidedAt: number): number =>
  messages.reduce((latest, { timestamp }) => Math.max(latest, timestamp), decidedAt);

/** An event that does not say when it happened happens when it is decided. */
const happened = (event: EventMessage, aheadMs: number): EventMessage =>
  event.sentOccurredAt === undefined && !event.imported ? { ...event, occurredAt: event.occurredAt + aheadMs } : event;

/** The event of a command, at the workspace's time of its order; what says when it was stays as it is. */
function ordered(command: CommandMessage, aheadMs: number): EventMessage {
  const event = eventOfCommand(command);
  if (aheadMs === 0) return event;
  const saysWhen = command.command === 'import_player' || command.command === 'absorb_player';
  return saysWhen ? event : { ...event, occurredAt: event.occurredAt + aheadMs };
}

/** The messages of a batch that are of one player, under an id: what they led to is recorded under it. */
export const identified = (messages: readonly Decoded[]): EventMessage[] =>
  messages.flatMap((message) => ('event' in message ? [message.event] : []));

/** @returns the message, or why it is none */
function parse({ value }: LogMessage): EventsTopicMessage | string {
  if (!value) return 'the message is empty';
  let body: unknown;
  try {
    body = JSON.parse(value.toString('utf8'));
  } catch {
    return 'the message is not JSON';
  }
  if (typeof body !== 'object' || body === null) return 'the message is not an object';
  const message = body as Partial<EventsTopicMessage>;
  if (message.v !== 1) return `version ${shown(message.v)} of the message is not known`;
  if (message.kind === 'event' && isEvent(message)) return message;
  if (message.kind === 'command' && isCommand(message)) return message;
  if (message.kind === 'release' && isRelease(message)) return message;
  if (message.kind === 'clock' && isClock(message)) return message;
  if (message.kind === 'barrier' && isBarrier(message)) return message;
  return `the message is no valid ${shown(message.kind)}`;
}

const MAX_SHOWN = 64;

/** A value from a message that makes no sense: anything may be in it, so only what is plain and short is shown. */
const shown = (value: unknown): string =>
  typeof value === 'number' || (typeof value === 'string' && value.length <= MAX_SHOWN)
    ? JSON.stringify(value)
    : typeof value;

/** The gateway has validated the content; here only what the pipeline itself leans on is checked. */
const isEvent = (message: Partial<EventMessage>): message is EventMessage =>
  isText(message.workspace) &&
  isText(message.playerId) &&
  isText(message.eventId) &&
  isText(message.type) &&
  // What only commands lead to.
  !COMMAND_EVENT_TYPES.has(message.type) &&
  Number.isSafeInteger(message.occurredAt) &&
  Number.isSafeInteger(message.receivedAt) &&
  typeof message.properties === 'object' &&
  message.properties !== null;

const isCommand = (message: Partial<CommandMessage>): message is CommandMessage =>
  isText(message.workspace) &&
  isText(message.playerId) &&
  isText(message.commandId) &&
  isText(message.by) &&
  Number.isSafeInteger(message.receivedAt) &&
  hasContent(message);

function hasContent(message: Partial<CommandMessage>): boolean {
  switch (message.command) {
    case 'void':
      return isText(message.target) && isText(message.reason);
    case 'update_player':
      return message.change?.mode === 'replace' || message.change?.mode === 'merge';
    case 'player_status':
      return STATUSES.has(message.status) && isText(message.reason);
    case 'backfill':
      return Number.isSafeInteger(message.release);
    case 'review_event':
      return isReview(message);
    case 'import_player':
      return (
        isText(message.importId) &&
        Number.isSafeInteger(message.occurredAt) &&
        areAmounts(message.stats) &&
        areAmounts(message.balances)
      );
    case 'correct_player':
      return areAmounts(message.stats) && areAmounts(message.balances) && isText(message.reason);
    case 'merge_player':
      return isText(message.into) && isText(message.reason);
    case 'move_league':
      return isText(message.board) && isText(message.window) && (message.to === null || isText(message.to));
    case 'absorb_player':
      return Number.isSafeInteger(message.passedOn) && typeof message.what === 'object' && message.what !== null;
    case 'pay_grant':
      return isText(message.grant) && Number.isSafeInteger(message.attempt) && Array.isArray(message.parts);
    case 'revoke_grant':
      return (
        isText(message.grant) &&
        isText(message.reason) &&
        Number.isSafeInteger(message.attempt) &&
        Number.isSafeInteger(message.paidFor) &&
        Array.isArray(message.parts)
      );
    case 'erase_player':
      return true;
    case 'hide_standing':
      return isText(message.board) && typeof message.hidden === 'boolean' && isText(message.reason);
    case 'remove_standing':
      return isText(message.board) && isText(message.window) && isText(message.reason);
    case 'adjust_standing':
      return isAdjustment(message);
    case 'join_board':
      return isText(message.board) && isText(message.window);
    case undefined:
    default:
      return false;
  }
}

const STATUSES: ReadonlySet<unknown> = new Set(['active', 'suspended', 'banned']);

const isReview = ({ verdict, target, event, reason }: Partial<ReviewEventCommand>): boolean =>
  (verdict === 'release' || verdict === 'reject') &&
  isText(target) &&
  isText(reason) &&
  isText(event?.type) &&
  Number.isSafeInteger(event.occurredAt) &&
  typeof event.properties === 'object';

const areAmounts = (amounts: unknown): boolean =>
  typeof amounts === 'object' && amounts !== null && Object.values(amounts).every(Number.isSafeInteger);

const isAdjustment = ({
  board,
  window,
  mode,
  score = 0,
  columns = {},
  reason,
}: Partial<Extract<ModerationCommand, { command: 'adjust_standing' }>>): boolean =>
  isText(board) &&
  isText(window) &&
  (mode === 'add' || mode === 'set') &&
  Number.isSafeInteger(score) &&
  areAmounts(columns) &&
  isText(reason);

const isRelease = (message: Partial<ReleaseMessage>): message is ReleaseMessage =>
  isText(message.workspace) && Number.isSafeInteger(message.release);

const isClock = (message: Partial<ClockMessage>): message is ClockMessage =>
  isText(message.workspace) && Number.isSafeInteger(message.offsetMs);

const isBarrier = (message: Partial<BarrierMessage>): message is BarrierMessage =>
  isText(message.id) && (message.workspace === null || isText(message.workspace)) && Number.isSafeInteger(message.at);

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0;
