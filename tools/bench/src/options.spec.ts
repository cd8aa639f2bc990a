import { parseBenchOptions } from './options.ts';

describe('options of the bench', () => {
  it('measure all but the largest boards unless told otherwise', () => {
    expect(parseBenchOptions([])).toEqual({
      only: ['events', 'socket', 'reads'],
      seconds: 20,
      rate: 8_000,
      players: 100_000,
      board: 1_000_000,
      sizes: [1_000_000, 10_000_000],
      sockets: 10_000,
      hold: 20,
      write: false,
      profile: undefined,
    });
  });

  it('are taken as given, the parts in their own order', () => {
    const args = ['--only', 'reads, events', '--seconds', '5', '--rate=9000', '--players', '1000', '--write'];
    expect(parseBenchOptions(args)).toEqual(
      expect.objectContaining({ only: ['events', 'reads'], seconds: 5, rate: 9_000, players: 1_000, write: true }),
    );
  });

  it('hold sockets as long as everything else is measured, unless told otherwise', () => {
    expect(parseBenchOptions(['--seconds', '5', '--sockets', '500'])).toMatchObject({ hold: 5, sockets: 500 });
    expect(parseBenchOptions(['--hold', '600'])).toMatchObject({ hold: 600, seconds: 20 });
  });

  it.each(['--help', '-h'])('give help for %s', (flag) => {
    expect(parseBenchOptions([flag, '--seconds', 'x'])).toBe('help');
  });

  it.each([
    [['--only', 'writes'], '--only: "writes"'],
    [['--only', ''], '--only: ""'],
    [['--seconds', '1'], '--seconds is a whole number from 2 to 120'],
    [['--seconds', '3.5'], '--seconds'],
    [['--rate', ''], '--rate'],
    [['--players', '10000000'], '--players'],
    [['--sizes', '1000,many'], '--sizes is a whole number from 1000 to 20000000, not "many"'],
    [['--sockets', '100000'], '--sockets is a whole number from 20 to 60000'],
    [['--hold', '1'], '--hold'],
    [['--fast'], '--fast'],
  ])('refuse %j', (args, message) => {
    expect(() => parseBenchOptions(args)).toThrow(message);
  });
});
