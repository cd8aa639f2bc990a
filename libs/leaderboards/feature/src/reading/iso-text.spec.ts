import { toIso } from '@laurel/kernel';
import fc from 'fast-check';
import { isoText } from './iso-text.js';

/** The last time that ECMAScript's dates hold, ms. */
const LAST = 8.64e15;

describe('a time as text', () => {
  it('is what the kernel writes', () => {
    fc.assert(fc.property(fc.integer({ min: -LAST, max: LAST }), (at) => isoText(at) === toIso(at)));
  });

  it.each([0, -1, LAST, -LAST, Date.parse('1969-12-31T23:59:59.999Z'), Date.parse('2016-02-29T00:00:00Z')])(
    'is what the kernel writes of %d',
    (at) => expect(isoText(at)).toBe(toIso(at)),
  );

  it('stays right when more days were written than are remembered', () => {
    const times = Array.from({ length: 2_500 }, (_, day) => day * 86_400_000 + day);
    expect([...times, ...times].map(isoText)).toEqual([...times, ...times].map(toIso));
  });
});
