import { scaled } from './scaled.js';

describe('an amount', () => {
  it.each([
    [0, 0, '0'],
    [1234567, 0, '1,234,567'],
    [9999, 2, '99.99'],
    [5, 2, '0.05'],
    [-5, 2, '-0.05'],
    [-1234567, 3, '-1,234.567'],
  ])('of %d under a scale of %d is %s', (amount, scale, text) => {
    expect(scaled(amount, scale)).toBe(text);
  });
});
