import fc from 'fast-check';
import { comparePlayers } from './compare-players.js';

describe('the order of players', () => {
  it('is that of the UTF-8 bytes of their ids', () => {
    const ids = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\ue000', '\u{1f600}', '\uffff', 'a\u{10000}', 'a'),
    );
    fc.assert(
      fc.property(ids, ids, (left, right) => {
        const bytes = Buffer.compare(Buffer.from(left), Buffer.from(right));
        expect(Math.sign(comparePlayers(left, right))).toBe(bytes);
      }),
    );
  });
});
