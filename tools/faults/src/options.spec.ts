import { parseFaultOptions } from './options.ts';

describe('the options of the fault suite', () => {
  it('run everything, with a seed by chance, unless they say more', () => {
    expect(parseFaultOptions([])).toEqual({ only: [], seed: undefined, short: false });
  });

  it('name cases and a seed', () => {
    const options = parseFaultOptions(['--only', 'kill-scoring,consumers', '--seed', '7', '--short']);

    expect(options).toEqual({ only: ['kill-scoring', 'consumers'], seed: 7, short: true });
  });

  it.each(['-1', '1.5', 'x', '4294967296'])(
    'refuse the seed %s, which could not be printed and given again',
    (seed) => {
      expect(() => parseFaultOptions([`--seed=${seed}`])).toThrow('--seed takes an integer');
    },
  );
});
