import type { DomainError } from '@laurel/kernel';
import type { AcceptedEvent } from '../accept-event.js';
import { eventErrors } from '../event.errors.js';
import type { EventTypes } from './event-types.js';

/**
 * Why a player's own device may not send an event; undefined when it may: for its own player, and of a type that is open to
 * clients. Errors: `events.other_player`, `events.type_not_for_clients`.
 */
export function refuseClientEvent(
  { playerId, type }: Pick<AcceptedEvent, 'playerId' | 'type'>,
  ownPlayer: string,
  types: EventTypes,
): DomainError | undefined {
  if (playerId !== ownPlayer) {
    return eventErrors.otherPlayer('A player token sends events of its own player only.', {
      errors: [{ path: '/playerId', rule: 'ownPlayer', message: 'must be the player of the token' }],
    });
  }
  return types.isOpenToClients(type)
    ? undefined
    : eventErrors.typeNotForClients('A player token sends only types that the program opens to clients.', {
        errors: [{ path: '/type', rule: 'clients', message: 'is no type that clients may send' }],
      });
}
