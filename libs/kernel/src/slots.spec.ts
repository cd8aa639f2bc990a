import { Slots } from './slots.js';

describe('slots', () => {
  it('run no more work at a time than there are slots, in the order they came', async () => {
    const slots = new Slots(2);
    const started: number[] = [];
    const finish: (() => void)[] = [];
    const reads = [0, 1, 2, 3].map((read) =>
      slots.run(() => {
        started.push(read);
        return new Promise<void>((resolve) => (finish[read] = resolve));
      }),
    );
    await Promise.resolve();
    expect(started).toEqual([0, 1]);
    finish[1]?.();
    await reads[1];
    expect(started).toEqual([0, 1, 2]);
    finish[0]?.();
    await reads[0];
    expect(started).toEqual([0, 1, 2, 3]);
    finish[2]?.();
    finish[3]?.();
    await Promise.all(reads);
  });

  it('free the slot of a read that fails', async () => {
    const slots = new Slots(1);
    await expect(slots.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(slots.run(() => Promise.resolve('yes'))).resolves.toBe('yes');
  });
});
