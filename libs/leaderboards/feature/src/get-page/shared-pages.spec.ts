import { FakeClock } from '@laurel/testing';
import { SharedPages } from './shared-pages.js';

describe('shared pages', () => {
  let clock: FakeClock;
  let made: string[];
  let pages: SharedPages;

  beforeEach(() => {
    clock = new FakeClock(0);
    made = [];
    pages = new SharedPages(clock, 2);
  });

  const get = (name: string): Promise<Buffer> =>
    pages.get(name, async () => {
      made.push(name);
      return Buffer.from(`${name}${made.length}`);
    });

  it('are made once for all who ask within a tick, also while that is under way', async () => {
    const [first, second] = await Promise.all([get('a'), get('a')]);
    clock.advance(99);
    expect(second).toBe(first);
    expect(await get('a')).toBe(first);
    expect(made).toEqual(['a']);
  });

  it('are made anew a tick after the last read began, however long it took', async () => {
    let finish: (bytes: Buffer) => void = () => undefined;
    const slow = pages.get('a', () => new Promise((resolve) => (finish = resolve)));
    clock.advance(100);
    expect(String(await get('a'))).toBe('a1');
    finish(Buffer.from('late'));
    expect(String(await slow)).toBe('late');
    expect(String(await get('a'))).toBe('a1');
  });

  it('are kept apart by name', async () => {
    expect([String(await get('a')), String(await get('b'))]).toEqual(['a1', 'b2']);
  });

  it('forget the one made longest ago when there are too many', async () => {
    for (const name of ['a', 'b', 'c', 'c', 'b', 'a']) await get(name);
    expect(made).toEqual(['a', 'b', 'c', 'a']);
  });

  it('give a failure to those who wait for it, and no one later', async () => {
    const fail = (): Promise<Buffer> => pages.get('a', () => Promise.reject(new Error('down')));
    const waiting = [fail(), fail()];
    for (const one of waiting) await expect(one).rejects.toThrow('down');
    expect(String(await get('a'))).toBe('a1');
  });
});
