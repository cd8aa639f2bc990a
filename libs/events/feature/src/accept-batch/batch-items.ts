import { eventErrors } from '@laurel/events-domain';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type CLOUD_EVENTS_BATCH_TYPE, type JSON_TYPE, NDJSON_TYPE } from '../request-body/media-type.js';
import { parseJson } from '../request-body/parse-json.js';

export const MAX_BATCH_EVENTS = 1_000;

/** One item of a batch: a value, or why it could not even be read. */
export type BatchItem = Result<unknown, DomainError>;

/**
 * The items of a batch, in order: elements of one JSON array, or the lines of NDJSON that are not blank. A line that is no
 * JSON spoils only itself. Errors, of the whole: `events.malformed`, `events.invalid`, `events.too_large`.
 */
export function readBatch(
  text: string,
  type: typeof JSON_TYPE | typeof NDJSON_TYPE | typeof CLOUD_EVENTS_BATCH_TYPE,
): Result<BatchItem[], DomainError> {
  const items = type === NDJSON_TYPE ? ok(readLines(text)) : readArray(text);
  if (!items.ok) return items;
  const count = items.value.length;
  if (count === 0) return err(notABatch('minItems', 'must hold at least one event'));
  return count > MAX_BATCH_EVENTS
    ? err(eventErrors.tooLarge(`The batch has ${count} events; ${MAX_BATCH_EVENTS} is the most.`))
    : items;
}

const readLines = (text: string): BatchItem[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseJson);

function readArray(text: string): Result<BatchItem[], DomainError> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  return Array.isArray(parsed.value) ? ok(parsed.value.map(ok)) : err(notABatch('type', 'must be an array of events'));
}

const notABatch = (rule: string, message: string): DomainError =>
  eventErrors.invalid('The body is no batch of events.', { errors: [{ path: '', rule, message }] });
