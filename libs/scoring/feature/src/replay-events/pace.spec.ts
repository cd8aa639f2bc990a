import { Pace } from './pace.js';

describe('the pace of long work', () => {
  it('lets what is ready run before the work goes on', async () => {
    const order: string[] = [];
    setImmediate(() => order.push('others'));

    await new Pace().pause();
    order.push('the work');

    expect(order).toEqual(['others', 'the work']);
  });

  it('ends the work with the reason of its signal', async () => {
    const ending = new AbortController();
    const pace = new Pace(ending.signal);
    await pace.pause();

    ending.abort('the client is gone');

    await expect(pace.pause()).rejects.toBe('the client is gone');
  });
});
