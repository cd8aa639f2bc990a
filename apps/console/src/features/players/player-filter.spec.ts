import { filterOf, querySerializer, withoutGaps } from './player-filter.js';

describe('a filter of players', () => {
  it('is what the address says, as far as it is one', () => {
    expect(filterOf({ q: 'ars', status: 'banned', attribute: 'level', value: 5, page: 'x' })).toEqual({
      ...{ q: 'ars', status: 'banned', attribute: 'level', value: '5' },
    });
    expect(filterOf({ q: '', status: 'happy', segment: ['a'] })).toEqual({});
  });

  it('has no gaps, so that clearing a field is the same as never having filled it', () => {
    expect(withoutGaps({ q: '', segment: 'vips', value: undefined })).toEqual({ segment: 'vips' });
  });

  it('is written as the API takes it, whatever the texts hold', () => {
    const write = querySerializer({ q: 'a&b', attribute: 'city', value: 'São Paulo=1' });

    expect(write({ limit: 100, cursor: undefined })).toBe('limit=100&q=a%26b&attribute.city=S%C3%A3o+Paulo%3D1');
  });

  it('asks for no attribute without its value', () => {
    expect(querySerializer({ attribute: 'city' })({ limit: 1 })).toBe('limit=1');
  });
});
