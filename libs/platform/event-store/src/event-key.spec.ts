import fc from 'fast-check';
import { eventKey, keysOfEventId, playerKey64 } from './event-key.js';

const id = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => !/\p{Cc}/u.test(text));

const STORED = { event: '7899809505671460046', player: '5349506432743976370' };

describe('the key of an event', () => {
  it('lies within the keys of its id, whoever the player is', () => {
    fc.assert(
      fc.property(id, id, id, (workspace, eventId, playerId) => {
        const [first, last] = keysOfEventId(workspace, eventId);
        const key = eventKey(workspace, eventId, playerId);
        expect(key.gte(first) && key.lte(last)).toBe(true);
      }),
    );
  });

  it('is the same for the same event and tells players, ids and workspaces apart', () => {
    const key = eventKey('ws_1', 'match-1', 'arsenal');
    expect(eventKey('ws_1', 'match-1', 'arsenal')).toEqual(key);
    expect(eventKey('ws_1', 'match-1', 'chelsea')).not.toEqual(key);
    expect(eventKey('ws_1', 'match-2', 'arsenal')).not.toEqual(key);
    expect(eventKey('ws_2', 'match-1', 'arsenal')).not.toEqual(key);
  });

  it('is as databases have it: in another hash, nothing would be found again', () => {
    expect(eventKey('ws_1', 'match-1', 'arsenal').toString()).toBe(STORED.event);
    expect(playerKey64('ws_1', 'arsenal').toString()).toBe(STORED.player);
  });
});

describe('the key of a player', () => {
  it('tells players and workspaces apart', () => {
    const keys = [playerKey64('ws_1', 'arsenal'), playerKey64('ws_1', 'chelsea'), playerKey64('ws_2', 'arsenal')];
    expect(new Set(keys.map(String)).size).toBe(keys.length);
  });
});
