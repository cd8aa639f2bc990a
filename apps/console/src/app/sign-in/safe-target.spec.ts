import { safeTarget } from './safe-target.js';

describe('where to go after signing in', () => {
  it.each(['/boards/premier-league?window=2014#row-3', '/events/e-1', '/players/a%2Fb'])('may be %s', (to) => {
    expect(safeTarget(to)).toBe(to);
  });

  it.each([
    '//evil.example/boards',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    'boards',
    '/sign-in?to=/sign-in',
    '/',
    undefined,
    7,
  ])('is not %s', (to) => {
    expect(safeTarget(to)).toBeUndefined();
  });
});
