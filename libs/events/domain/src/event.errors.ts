import { defineError } from '@laurel/kernel';

export const eventErrors = {
  malformed: defineError('events.malformed', 'malformed', 'The body is not JSON'),
  invalid: defineError('events.invalid', 'invalid', 'The event breaks a rule'),
  schemaViolation: defineError('events.schema_violation', 'invalid', 'The event breaks the schema of its type'),
  tooOld: defineError('events.too_old', 'invalid', 'The event happened too long ago'),
  inFuture: defineError('events.in_future', 'invalid', 'The event lies in the future'),
  playerRateLimited: defineError('events.player_rate_limited', 'rate_limited', 'Events of this player come too fast'),
  otherPlayer: defineError('events.other_player', 'forbidden', 'The event is of another player'),
  typeNotForClients: defineError('events.type_not_for_clients', 'forbidden', 'Clients may not send this type of event'),
  typesUnavailable: defineError('events.types_unavailable', 'unavailable', 'The release in force can’t be looked up'),
  tooLarge: defineError('events.too_large', 'too_large', 'The batch is too large'),
  unsupportedBody: defineError(
    'events.unsupported_body',
    'unsupported',
    'The body has an unsupported type or encoding',
  ),
} as const;
