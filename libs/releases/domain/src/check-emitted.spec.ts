import { checkEmitted } from './check-emitted.js';
import type { ProgramDocument } from './program.js';

const program = (validation: 'off' | 'warn' | 'enforce', properties?: Record<string, number>): ProgramDocument => ({
  stats: [],
  leaderboards: [],
  rules: [
    { key: 'plain', on: ['played'], then: [{ effect: 'award', currency: 'coins', amount: 1 }] },
    {
      key: 'level',
      on: ['played'],
      then: [
        { effect: 'emit', type: 'other' },
        { effect: 'emit', type: 'level_up', ...(properties ? { properties } : {}) },
      ],
    },
  ],
  eventTypes: [
    { key: 'level_up', validation, schema: { required: ['level', 'points'] } },
    { key: 'other', validation: 'enforce', schema: {} },
  ],
});

describe('properties of emitted events', () => {
  it('are those that an enforced schema demands', () => {
    const path = '/rules/1/then/1/properties';
    const problem = (name: string) => ({
      path,
      rule: 'required',
      message: `events of type "level_up" must have the property "${name}"`,
    });
    expect(checkEmitted(program('enforce', { level: 1 }))).toEqual([problem('points')]);
    expect(checkEmitted(program('enforce'))).toEqual([problem('level'), problem('points')]);
    expect(checkEmitted(program('enforce', { level: 1, points: 2, more: 3 }))).toEqual([]);
  });

  it('are free where no schema is enforced', () => {
    expect(checkEmitted(program('warn'))).toEqual([]);
    expect(checkEmitted({ ...program('enforce'), eventTypes: [] })).toEqual([]);
  });
});
