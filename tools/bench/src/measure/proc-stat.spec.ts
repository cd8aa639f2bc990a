import { parseBusySeconds, parseProcessStat } from './proc-stat.ts';

const STAT =
  '4242 (mongod) S 1 4242 4242 0 -1 4194560 51327 0 12 0 1234 566 0 0 20 0 41 0 8812 1820221440 40211 18446744073709551615';

describe('the stat file of a process', () => {
  it('gives its name and its time in user and system mode', () => {
    expect(parseProcessStat(STAT)).toEqual({ program: 'mongod', cpuSeconds: 18 });
  });

  it('is read right where the name holds spaces and parentheses', () => {
    expect(parseProcessStat(STAT.replace('(mongod)', '(node (a) b)'))).toEqual({
      program: 'node (a) b',
      cpuSeconds: 18,
    });
  });

  it.each(['', 'nonsense', '1 (cut) S 1'])('is not %j', (text) => {
    expect(parseProcessStat(text)).toBeUndefined();
  });
});

describe('the stat file of the machine', () => {
  it('gives all time that was not idle or waiting for disks', () => {
    const text = 'cpu  100 20 30 9000 800 4 5 6 0 0\ncpu0 50 10 15 4500 400 2 2 3 0 0\n';
    expect(parseBusySeconds(text)).toBeCloseTo(1.65);
  });

  it.each(['', 'intr 1 2 3'])('is not %j', (text) => {
    expect(parseBusySeconds(text)).toBeUndefined();
  });
});
