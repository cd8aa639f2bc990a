import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { eventErrors } from '@laurel/events-domain';

export const JSON_TYPE = 'application/json' as const;
export const NDJSON_TYPE = 'application/x-ndjson' as const;
export const CLOUD_EVENT_TYPE = 'application/cloudevents+json' as const;
export const CLOUD_EVENTS_BATCH_TYPE = 'application/cloudevents-batch+json' as const;

/** The one of `supported` that a `content-type` header names, whatever its parameters. Error: `events.unsupported_body`. */
export function readMediaType<T extends string>(
  header: string | undefined,
  supported: readonly T[],
): Result<T, DomainError> {
  const essence = header?.split(';', 1)[0]?.trim().toLowerCase();
  const type = supported.find((candidate) => candidate === essence);
  return type ? ok(type) : err(eventErrors.unsupportedBody(`Send the body as ${supported.join(' or ')}.`));
}
