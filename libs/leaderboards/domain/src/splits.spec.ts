import fc from 'fast-check';
import type { BoardSplit } from './board.js';
import { findPart, partsOf } from './splits.js';

const SPLITS: readonly BoardSplit[] = [
  { key: 'country', attributes: ['country'] },
  { key: 'region', attributes: ['country', 'city'] },
  { key: 'vip', segment: 'vips' },
];

const partsOfA = (attributes: Readonly<Record<string, string | number | boolean>>, isVip = false): readonly string[] =>
  partsOf(SPLITS, { attribute: (key) => attributes[key], isIn: (segment) => isVip && segment === 'vips' });

describe('the parts of a board', () => {
  it('are those whose attributes a player has all of, and whose segments the player is in', () => {
    expect(partsOfA({ country: 'DE', city: 'Köln' }, true)).toEqual(['country:DE', 'region:DE:K%C3%B6ln', 'vip']);
    expect(partsOfA({ country: 7 })).toEqual(['country:7']);
    expect(partsOfA({ city: 'Köln' })).toEqual([]);
  });

  it('are found by the names that players have them by, whatever the values', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, fc.boolean(), (country, city, isVip) => {
        for (const part of partsOfA({ country, city }, isVip)) expect(findPart(SPLITS, part)).toBe(part);
      }),
    );
  });

  it('are found with values that nobody encoded', () => {
    expect(findPart(SPLITS, 'region:DE:Köln am Rhein')).toBe('region:DE:K%C3%B6ln%20am%20Rhein');
    expect(findPart(SPLITS, 'country:100%')).toBe('country:100%25');
  });

  it.each(['', 'country', 'country:DE:Köln', 'region:DE', 'vip:1', 'team:red', 'toString'])(
    'are none of %j',
    (name) => {
      expect(findPart(SPLITS, name)).toBeUndefined();
    },
  );
});
