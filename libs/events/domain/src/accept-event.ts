import { type DomainError, type FieldProblem, type Result, err, ok, parseInstant, toIso } from '@laurel/kernel';
import { readEnvelope } from './event-envelope.js';
import { eventErrors } from './event.errors.js';
import { findPropertyProblem } from './event-properties.js';

/** What accepting an event needs to know besides the event. */
export interface Acceptance {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How far the clock of the workspace is ahead of that, ms. Absent: it has none of its own. */
  readonly aheadMs?: number;
  /** Older events are refused: an id is remembered only as long, so nothing can count twice after that. */
  readonly maxAgeMs: number;
  /** Mints an id for an event that came without one. */
  readonly newEventId: () => string;
}

/** An event that may enter the log. Times are milliseconds since the epoch. */
export interface AcceptedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly playerId: string;
  readonly occurredAt: number;
  /** `occurredAt` as sent; absent when the gateway filled it in. */
  readonly sentOccurredAt?: string;
  readonly receivedAt: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** A player sent it, and not a server. */
  readonly client?: true;
}

/** How far a client's clock may run ahead. */
const MAX_AHEAD_MS = 5 * 60_000;
const NO_PROPERTIES = {};

/** Decides whether an event may enter the log. Errors: `events.invalid`, `events.too_old`, `events.in_future`. */
export function acceptEvent(
  input: unknown,
  { now, aheadMs = 0, maxAgeMs, newEventId }: Acceptance,
): Result<AcceptedEvent, DomainError> {
  const read = readEnvelope(input);
  if ('problems' in read) return invalid(read.problems);
  const { eventId, type, playerId, occurredAt: sentOccurredAt, properties = NO_PROPERTIES } = read.envelope;
  const problem = findPropertyProblem(properties);
  if (problem) return invalid([problem]);

  const occurredAt = sentOccurredAt === undefined ? now : parseInstant(sentOccurredAt);
  if (occurredAt === undefined) return invalid([NOT_A_TIME]);
  // Who does not say when it was means the time at which it is decided: there the workspace's clock is added.
  const latest = sentOccurredAt === undefined ? now : now + aheadMs;
  if (occurredAt > latest + MAX_AHEAD_MS) return err(inFuture(occurredAt, latest));
  if (occurredAt < latest - maxAgeMs) return err(tooOld(occurredAt, latest - maxAgeMs));
  return ok({
    eventId: eventId ?? newEventId(),
    type,
    playerId,
    occurredAt: Math.min(occurredAt, latest),
    ...(sentOccurredAt === undefined ? {} : { sentOccurredAt }),
    receivedAt: now,
    properties,
  });
}

const NOT_A_TIME: FieldProblem = {
  path: '/occurredAt',
  rule: 'dateTime',
  message: 'must be an RFC 3339 date-time that exists, with an offset: 2014-08-16T16:30:00Z',
};

const invalid = (errors: readonly FieldProblem[]): Result<never, DomainError> =>
  err(eventErrors.invalid('See `errors` for what to change.', { errors }));

const inFuture = (occurredAt: number, now: number): DomainError =>
  eventErrors.inFuture(`It is ${toIso(now)} here; ${toIso(occurredAt)} is more than 5 minutes ahead.`, {
    errors: [{ path: '/occurredAt', rule: 'maxAhead', message: 'must be at most 5 minutes ahead' }],
  });

const tooOld = (occurredAt: number, oldest: number): DomainError =>
  eventErrors.tooOld(`${toIso(occurredAt)} is before ${toIso(oldest)}, the oldest that is taken.`, {
    errors: [{ path: '/occurredAt', rule: 'maxAge', message: `must not be before ${toIso(oldest)}` }],
  });
