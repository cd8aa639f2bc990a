import type { AttributeValue } from '@laurel/kernel';
import type { EffectDefinition } from '@laurel/rules-domain';
import { decide } from '../decide.js';
import type { Profile } from '../player-changes/profile.js';
import { newPlayer } from '../player.js';
import { compileProgram } from '../program.js';

const EVENT = { eventId: 'e1', type: 'played', playerId: 'anna', occurredAt: 0, properties: { country: 'br' } };

const set = (attribute: string, value: AttributeValue | { readonly property: string } | null): EffectDefinition => ({
  effect: 'set',
  attribute,
  value,
});

function decided(effects: readonly EffectDefinition[], profile?: Profile) {
  const rules = [{ key: 'about', on: ['played'], then: effects }];
  const player = { ...newPlayer('ws_1', 'anna', 0), ...(profile ? { profile } : {}) };
  const { effects: done, player: after } = decide(
    compileProgram(1, { stats: [], rules, leaderboards: [] }),
    player,
    EVENT,
    { now: 1 },
  );
  return { done, profile: after.profile };
}

describe('attributes that rules set', () => {
  it('are written, and what they were before is told', () => {
    const { done, profile } = decided([set('tier', 'gold'), set('country', { property: 'event.properties.country' })], {
      name: 'Anna',
      attributes: { tier: 'silver' },
    });
    expect(profile).toEqual({ name: 'Anna', attributes: { tier: 'gold', country: 'br' } });
    expect(done).toEqual([
      { kind: 'set', rule: 'about', attribute: 'tier', value: 'gold', before: 'silver' },
      { kind: 'set', rule: 'about', attribute: 'country', value: 'br' },
    ]);
  });

  it('are taken away by null, and nothing is left of a profile without anything', () => {
    expect(decided([set('tier', null)], { attributes: { tier: 'gold' } })).toEqual({
      profile: undefined,
      done: [{ kind: 'set', rule: 'about', attribute: 'tier', value: null, before: 'gold' }],
    });
  });

  it('are no effect where the player has them already, or has nothing to take away', () => {
    const profile = { attributes: { tier: 'gold' } };
    expect(decided([set('tier', 'gold'), set('country', null)], profile)).toEqual({ done: [], profile });
  });

  it('may be called as something that objects inherit', () => {
    expect(decided([set('constructor', null), set('constructor', 1)], { attributes: { tier: 'gold' } })).toEqual({
      done: [{ kind: 'set', rule: 'about', attribute: 'constructor', value: 1 }],
      profile: { attributes: { tier: 'gold', constructor: 1 } },
    });
  });

  it('are refused beyond 64, and the others stand', () => {
    const full = Object.fromEntries(Array.from({ length: 64 }, (_, index) => [`a${index}`, index]));
    const { done, profile } = decided([set('one-more', 1), set('a0', 'changed')], { attributes: full });
    expect(done).toMatchObject([
      { kind: 'refused', rule: 'about', code: 'scoring.too_many_attributes' },
      { kind: 'set', attribute: 'a0', value: 'changed', before: 0 },
    ]);
    expect(Object.keys(profile?.attributes ?? {})).toHaveLength(64);
  });
});
