import { refuseClientEvent } from './client-event.js';
import { defineEventType } from './event-type.js';
import { EventTypes } from './event-types.js';

const types = new EventTypes([{ key: 'tapped', clients: true }, { key: 'won' }].map(defineEventType));
const refusal = (playerId: string, type: string) => refuseClientEvent({ playerId, type }, 'ann', types);

describe('an event from a player’s own device', () => {
  it('is taken when its type is open to clients', () => {
    expect(refusal('ann', 'tapped')).toBeUndefined();
  });

  it.each(['won', 'unknown'])('is refused when its type, %s, is not', (type) => {
    expect(refusal('ann', type)).toMatchObject({
      code: 'events.type_not_for_clients',
      kind: 'forbidden',
      errors: [{ path: '/type', rule: 'clients' }],
    });
  });

  it('is refused for another player, whatever its type', () => {
    for (const type of ['tapped', 'won']) {
      expect(refusal('Ann', type)).toMatchObject({
        code: 'events.other_player',
        kind: 'forbidden',
        errors: [{ path: '/playerId', rule: 'ownPlayer' }],
      });
    }
  });
});
