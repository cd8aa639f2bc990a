import { lazily } from './lazily.js';

describe('a lazy value', () => {
  it('is made when it is first asked for, and once', () => {
    const make = jest.fn(() => undefined);
    const value = lazily(make);
    expect(make).not.toHaveBeenCalled();

    expect([value(), value()]).toEqual([undefined, undefined]);

    expect(make).toHaveBeenCalledTimes(1);
  });

  it('is made again where making it failed', () => {
    const make = jest
      .fn<number, []>(() => 7)
      .mockImplementationOnce(() => {
        throw new Error('not yet');
      });
    const value = lazily(make);
    expect(value).toThrow('not yet');

    expect(value()).toBe(7);
  });
});
