import { figure, scaled, signed } from './figures.js';

describe('an amount', () => {
  it.each([
    [0, 0, '0'],
    [1234567, 0, '1,234,567'],
    [9999, 2, '99.99'],
    [1250, 2, '12.50'],
    [5, 2, '0.05'],
    [-5, 2, '-0.05'],
    [0, 3, '0.000'],
    [-1234567, 3, '-1,234.567'],
  ])('of %d under a scale of %d is %s', (amount, scale, text) => {
    expect(scaled(amount, scale)).toBe(text);
  });

  it('has a sign as a difference', () => {
    expect([signed(5), signed(-5), signed(0), signed(1250, 2)]).toEqual(['+5', '-5', '0', '+12.50']);
  });

  it('is a dash where there is none', () => {
    expect([figure(12_500), figure(null), figure(undefined)]).toEqual(['12,500', '–', '–']);
  });
});
