import { milliseconds, percent, whole } from './format.ts';

describe('numbers in reports', () => {
  it.each([
    [1_234_567.6, '1,234,568'],
    [0, '0'],
  ])('whole: %d', (value, text) => expect(whole(value)).toBe(text));

  it.each([
    [0, '0'],
    [0.123, '0.12'],
    [9.876, '9.88'],
    [12.34, '12.3'],
    [1_234.5, '1,235'],
  ])('milliseconds: %d', (value, text) => expect(milliseconds(value)).toBe(text));

  it('percent', () => expect(percent(0.128)).toBe('13%'));
});
