import { Failpoints } from './failpoints.js';

describe('a failpoint', () => {
  const deaths = (setting: string, ...reached: ('decided' | 'committed')[]): number => {
    let count = 0;
    const failpoints = new Failpoints(setting, () => (count += 1));
    for (const point of reached) failpoints.reach(point);
    return count;
  };

  it('kills nothing unless it is set', () => {
    expect(deaths('', 'decided', 'committed')).toBe(0);
  });

  it('kills when its step is reached, and at no other', () => {
    expect(deaths('committed', 'decided')).toBe(0);
    expect(deaths('committed', 'decided', 'committed')).toBe(1);
  });

  it('waits for the n-th time', () => {
    expect(deaths('decided:3', 'decided', 'decided')).toBe(0);
    expect(deaths('decided:3', 'decided', 'decided', 'decided', 'decided')).toBe(1);
  });
});
