import { parseFuzzOptions } from './options.ts';

describe('the options of the fuzzer', () => {
  it('are all gateways and a seed by chance, unless they say more', () => {
    expect(parseFuzzOptions([])).toEqual({ only: ['ingestion', 'admin', 'query'], maxExamples: 200, seed: undefined });
  });

  it('name gateways, a seed and how much is made up', () => {
    const options = parseFuzzOptions(['--only', 'query,admin', '--seed', '7', '--max-examples', '10']);

    expect(options).toEqual({ only: ['admin', 'query'], maxExamples: 10, seed: 7 });
  });

  it.each([
    [['--only', 'scoring'], '--only takes ingestion, admin, query'],
    [['--seed=-1'], '--seed takes an integer'],
    [['--max-examples', '0'], '--max-examples takes an integer'],
    [['--fast'], 'fast'],
  ])('refuse %j', (args, reason) => {
    expect(() => parseFuzzOptions(args)).toThrow(reason);
  });
});
