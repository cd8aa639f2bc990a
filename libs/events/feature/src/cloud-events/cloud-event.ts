import { createHash } from 'node:crypto';
import { eventErrors, pointerToken } from '@laurel/events-domain';
import { type DomainError, type FieldProblem, type Result, err, ok } from '@laurel/kernel';
import type { EventForm } from '../event-log/event-form.js';

/** Longest id of an event. */
const MAX_EVENT_ID = 128;
/** Names of context attributes (CloudEvents 1.0.2, "Naming conventions"). */
const ATTRIBUTE_NAME = /^[a-z0-9]+$/;
/** No spaces and nothing unprintable: what every URI reference keeps to. */
const URI_REFERENCE = /^[\x21-\x7e]+$/;
const JSON_CONTENT = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

const REQUIRED = ['specversion', 'id', 'source', 'type', 'subject'] as const;

type Attributes = Readonly<Record<string, unknown>>;

/** A CloudEvent as the event it stands for; see `docs/guides/event-types.md`. */
interface CloudEventEnvelope {
  readonly eventId: string;
  readonly type: unknown;
  readonly playerId: unknown;
  readonly occurredAt?: unknown;
  readonly properties?: unknown;
}

/**
 * Reads a CloudEvent 1.0 in the JSON format. Attributes that are null count as absent; extensions are let through and not kept.
 * Error: `events.invalid`, with the places of the CloudEvent.
 */
function readCloudEvent(input: unknown): Result<CloudEventEnvelope, DomainError> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return err(invalid([{ path: '', rule: 'type', message: 'must be a CloudEvent: an object' }]));
  }
  const attributes: Attributes = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
  const problems = [...checkRequired(attributes), ...checkNames(attributes), ...checkData(attributes)];
  if (problems.length > 0) return err(invalid(problems));
  const { id, source, type, subject, time, data } = attributes;
  return ok({
    eventId: eventIdOf(String(source), String(id)),
    type,
    playerId: subject,
    ...(time === undefined ? {} : { occurredAt: time }),
    ...(data === undefined ? {} : { properties: data }),
  });
}

/**
 * The identity of a CloudEvent: its source and its id with a space between, which no source holds. Longer ones become a digest
 * of the same, so that each has one id for good.
 */
function eventIdOf(source: string, id: string): string {
  const identity = `${source} ${id}`;
  if (identity.length <= MAX_EVENT_ID) return identity;
  return `sha256:${createHash('sha256').update(identity).digest('hex')}`;
}

function checkRequired(attributes: Attributes): FieldProblem[] {
  const problems = REQUIRED.flatMap((name): FieldProblem[] => {
    const value = attributes[name];
    if (value === undefined)
      return [at(name, 'required', name === 'subject' ? 'is required: the player' : 'is required')];
    return typeof value === 'string' && value !== '' ? [] : [at(name, 'type', 'must be a text that is not empty')];
  });
  if (problems.length > 0) return problems;
  return [
    ...(attributes['specversion'] === '1.0' ? [] : [at('specversion', 'const', 'must be 1.0')]),
    ...(URI_REFERENCE.test(String(attributes['source']))
      ? []
      : [at('source', 'uriReference', 'must be a URI reference')]),
  ];
}

const checkNames = (attributes: Attributes): FieldProblem[] =>
  Object.entries(attributes).flatMap(([name, value]): FieldProblem[] => {
    if (name === 'data' || name === 'data_base64') return [];
    if (!ATTRIBUTE_NAME.test(name))
      return [at(name, 'attributeName', 'must have a name of lower-case letters and digits')];
    return typeof value === 'object' ? [at(name, 'type', 'must be a text, a number or a truth value')] : [];
  });

function checkData({ datacontenttype, data, data_base64: binary }: Attributes): FieldProblem[] {
  if (binary !== undefined) return [at('data_base64', 'unsupported', 'is not read: send the data as JSON')];
  if (datacontenttype !== undefined && !(typeof datacontenttype === 'string' && JSON_CONTENT.test(datacontenttype))) {
    return [at('datacontenttype', 'json', 'must be JSON: rules read properties')];
  }
  return data === undefined || (typeof data === 'object' && !Array.isArray(data))
    ? []
    : [at('data', 'type', 'must be an object: its members are the properties')];
}

const at = (name: string, rule: string, message: string): FieldProblem => ({
  path: `/${pointerToken(name)}`,
  rule,
  message,
});

const invalid = (errors: readonly FieldProblem[]): DomainError =>
  eventErrors.invalid('It is no CloudEvent that can be taken: see `errors`.', { errors });

const PLACES: Readonly<Record<string, string>> = {
  '/eventId': '/id',
  '/playerId': '/subject',
  '/occurredAt': '/time',
  '/properties': '/data',
};

/** A place in an event as the place in the CloudEvent that it was made of. */
function locate(problem: FieldProblem): FieldProblem {
  const [, first = '', rest = ''] = /^(\/[^/]*)(.*)$/s.exec(problem.path) ?? [];
  return { ...problem, path: `${PLACES[first] ?? first}${rest}` };
}

/** CloudEvents 1.0 in the JSON format. */
export const CLOUD_EVENT: EventForm = { read: readCloudEvent, locate };
