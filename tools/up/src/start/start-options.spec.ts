import { parseStartOptions } from './start-options.ts';

describe('parseStartOptions', () => {
  it('runs everything and the demo unless told otherwise', () => {
    expect(parseStartOptions([])).toEqual({
      demo: true,
      only: ['ingestion', 'admin', 'query', 'scoring'],
      reset: false,
      yes: false,
      matchesPerSecond: 4,
      exitAfterDemo: false,
      data: undefined,
    });
  });

  it('takes the names of services in both forms, once each', () => {
    expect(parseStartOptions(['--only', 'query-gateway,ingestion', '--only', 'query']).only).toEqual([
      'ingestion',
      'query',
    ]);
  });

  it('plays no demo without all the services', () => {
    expect(parseStartOptions(['--only', 'query']).demo).toBe(false);
    expect(parseStartOptions(['--no-demo']).demo).toBe(false);
  });

  it.each([
    [['--only', 'redis'], '--only: there is no service "redis"; there are ingestion, admin, query, scoring'],
    [['--only', ''], '--only needs names out of'],
    [['--speed', 'fast'], '--speed is a number of matches per second'],
    [['--speed', '0'], '--speed is a number of matches per second'],
    [['--exit-after-demo', '--no-demo'], '--exit-after-demo needs the demo'],
    [['--quickly'], '--quickly'],
  ])('refuses %j', (args, message) => {
    expect(() => parseStartOptions(args)).toThrow(message);
  });

  it('takes a speed below one', () => {
    expect(parseStartOptions(['--speed', '0.5']).matchesPerSecond).toBe(0.5);
  });
});
