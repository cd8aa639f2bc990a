import { keyOutcome } from './key-sequence.js';

describe('a key', () => {
  it('leads to an area after g', () => {
    expect(keyOutcome('g', false)).toEqual({ do: 'wait' });
    expect(keyOutcome('b', true)).toEqual({ do: 'go', area: 'boards' });
  });

  it.each([
    ['b', false],
    ['g', true],
    ['?', true],
    ['x', true],
  ])('does nothing elsewhere: %s, after g: %s', (key, waiting) => {
    expect(keyOutcome(key, waiting)).toEqual({ do: 'nothing' });
  });

  it('opens the help and the search', () => {
    expect(keyOutcome('?', false)).toEqual({ do: 'help' });
    expect(keyOutcome('/', false)).toEqual({ do: 'search' });
  });
});
