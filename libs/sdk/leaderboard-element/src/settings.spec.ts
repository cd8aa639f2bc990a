import type { Attribute } from './attributes.js';
import { settingsOf } from './settings.js';

const settings = (attributes: Partial<Record<Attribute, string>>) => settingsOf((name) => attributes[name] ?? null);

describe('the attributes of the element', () => {
  it('show nothing without a leaderboard', () => {
    expect(settings({ limit: '5' })).toBeUndefined();
  });

  it('show the best ten', () => {
    expect(settings({ board: 'top' })).toEqual({ topic: 'leaderboard:top', view: { kind: 'top', limit: 10 } });
  });

  it('choose the window, the part, and the rows around a player, whose rank is told', () => {
    expect(settings({ board: 'top', window: 'weekly', segment: 'country:DE', around: 'ann', limit: '5' })).toEqual({
      topic: 'leaderboard:top',
      window: 'weekly',
      own: 'ann',
      view: { kind: 'around', playerId: 'ann', limit: 5, segment: 'country:DE' },
    });
  });

  it.each([
    ['0', 10],
    ['-1', 10],
    ['2.5', 10],
    ['many', 10],
    ['', 10],
    ['1', 1],
    ['1000', 100],
  ])('take the limit %j as %d', (limit, rows) => {
    expect(settings({ board: 'top', limit })?.view.limit).toBe(rows);
  });
});
