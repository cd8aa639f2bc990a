import { boundText } from './bound-text.js';

describe('why an event waits', () => {
  it.each([
    ['min', -5, 0, 'points of -5, where 0 is the least'],
    ['max', 1_000_000, 500, 'points of 1,000,000, where 500 is the most'],
    ['perHour', 5_200, 5_000, 'points comes to 5,200 within the hour, where 5,000 is the most'],
  ] as const)('is told for the bound %s', (bound, amount, limit, text) => {
    expect(boundText({ stat: 'points', bound, amount, limit })).toBe(text);
  });
});
