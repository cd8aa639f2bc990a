import { type CpuReading, cpuUseBetween } from './cpu-meter.ts';

const reading = (atMs: number, seconds: Readonly<Record<string, number>>, busySeconds?: number): CpuReading => ({
  atMs,
  seconds: new Map(Object.entries(seconds)),
  busySeconds,
});

describe('processor use between two readings', () => {
  const before = reading(1_000, { 'kafka 1': 10, 'mongo 2': 20 }, 100);

  it('is told per process, with the rest of the machine', () => {
    const after = reading(11_000, { 'kafka 1': 14, 'mongo 2': 21.5 }, 108);
    expect(cpuUseBetween(before, after, 2)).toEqual({
      elapsedSeconds: 10,
      cores: 2,
      processes: [
        { name: 'kafka', seconds: 4 },
        { name: 'mongo', seconds: 1.5 },
      ],
      othersCores: 0.25,
    });
  });

  it('is not counted from zero for a process that was restarted', () => {
    const { processes } = cpuUseBetween(before, reading(11_000, { 'kafka 9': 3 }, 101), 2);
    expect(processes).toEqual([{ name: 'kafka', seconds: 0 }]);
  });

  it('never leaves the rest below nothing: ticks are coarse', () => {
    expect(cpuUseBetween(before, reading(2_000, { 'kafka 1': 11 }, 100.99), 2).othersCores).toBe(0);
  });

  it('leaves the rest open where the machine does not tell', () => {
    expect(cpuUseBetween(before, reading(2_000, {}), 2).othersCores).toBeUndefined();
  });
});
