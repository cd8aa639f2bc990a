import { defineError } from '@laurel/kernel';

/** What can be wrong with a request before any use case sees it. */
export const httpErrors = {
  malformedRequest: defineError('http.malformed_request', 'malformed', 'The request cannot be read'),
  invalidInput: defineError('http.invalid_input', 'invalid', 'The input breaks a rule'),
  notFound: defineError('http.not_found', 'not_found', 'There is nothing at this address'),
  methodNotAllowed: defineError('http.method_not_allowed', 'unsupported', 'This address does not take this method'),
  bodyTooLarge: defineError('http.body_too_large', 'too_large', 'The body is too large'),
  headersTooLarge: defineError('http.headers_too_large', 'too_large', 'The headers or the address are too large'),
  requestTimeout: defineError('http.request_timeout', 'malformed', 'The request took too long to arrive'),
  unsupportedMediaType: defineError('http.unsupported_media_type', 'unsupported', 'The body has an unsupported type'),
  invalidIdempotencyKey: defineError('http.invalid_idempotency_key', 'malformed', 'This cannot be an idempotency key'),
  idempotencyKeyInFlight: defineError(
    'http.idempotency_key_in_flight',
    'conflict',
    'The first request with this key is being worked on',
  ),
  idempotencyKeyReused: defineError('http.idempotency_key_reused', 'invalid', 'The key belongs to another request'),
  stopping: defineError('http.stopping', 'unavailable', 'This instance is shutting down'),
  unavailable: defineError('http.unavailable', 'unavailable', 'Something that this needs is away'),
  internal: defineError('http.internal', 'internal', 'Something went wrong on our side'),
} as const;
