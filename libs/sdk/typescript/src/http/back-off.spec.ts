import { pauseMs } from './back-off.js';

const BACK_OFF = { firstMs: 500, mostMs: 30_000 };

describe('the pause before another attempt', () => {
  it('is a random part of what doubles up to a bound', () => {
    const most = [0, 1, 2, 5, 6, 20].map((attempt) => pauseMs(BACK_OFF, attempt, 0, () => 1));
    expect(most).toEqual([500, 1_000, 2_000, 16_000, 30_000, 30_000]);
    expect(pauseMs(BACK_OFF, 3, 0, () => 0)).toBe(0);
    expect(pauseMs(BACK_OFF, 3, 0, () => 0.5)).toBe(2_000);
  });

  it('is at least what the server asks for', () => {
    expect(pauseMs(BACK_OFF, 0, 3_000, () => 0)).toBe(3_000);
    expect(pauseMs(BACK_OFF, 0, 3_000, () => 1)).toBe(3_500);
  });
});
