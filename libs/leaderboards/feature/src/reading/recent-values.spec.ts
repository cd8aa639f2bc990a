import { FakeClock } from '@laurel/testing';
import { RecentValues } from './recent-values.js';

describe('recent values', () => {
  const OPTIONS = { freshMs: 1_000, staleMs: 10_000, capacity: 2 };
  let clock: FakeClock;
  let loads: string[];
  let isDown: boolean;
  let values: RecentValues<string>;

  beforeEach(() => {
    clock = new FakeClock(0);
    loads = [];
    isDown = false;
    values = new RecentValues(
      async (key, last) => {
        loads.push(key);
        if (isDown) throw new Error('down');
        return `${last ?? ''}${key}`;
      },
      clock,
      OPTIONS,
    );
  });

  it('are loaded once while fresh', async () => {
    await values.get('a');
    clock.advance(999);
    expect(await values.get('a')).toBe('a');
    expect(loads).toEqual(['a']);
  });

  it('are loaded again afterwards, from the last one', async () => {
    await values.get('a');
    clock.advance(1_000);
    expect(await values.get('a')).toBe('aa');
  });

  it('are loaded once for all who miss at the same time', async () => {
    expect(await Promise.all([values.get('a'), values.get('a')])).toEqual(['a', 'a']);
    expect(loads).toEqual(['a']);
  });

  it('stand in while the source is down, for a while', async () => {
    await values.get('a');
    isDown = true;
    clock.advance(9_999);
    expect(await values.get('a')).toBe('a');
    clock.advance(1);
    await expect(values.get('a')).rejects.toThrow('down');
  });

  it('fail at once where nothing was ever loaded, and load the next time', async () => {
    isDown = true;
    await expect(values.get('a')).rejects.toThrow('down');
    isDown = false;
    expect(await values.get('a')).toBe('a');
  });

  it('are forgotten beyond the capacity, oldest first', async () => {
    for (const key of ['a', 'b', 'c', 'a']) await values.get(key);
    expect(loads).toEqual(['a', 'b', 'c', 'a']);
  });
});
