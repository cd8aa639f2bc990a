export { acceptEvent } from './accept-event.js';
export type { Acceptance, AcceptedEvent } from './accept-event.js';
export { CUSTOMER_ID_PATTERN, eventEnvelopeSchema } from './event-envelope.schema.js';
export { eventErrors } from './event.errors.js';
export { PlayerRateLimit } from './player-rate-limit.js';
export type { PlayerRate } from './player-rate-limit.js';
