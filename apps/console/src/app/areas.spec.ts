import { AREAS, areaAt, areasFor } from './areas.js';

describe('the areas', () => {
  it.each(['id', 'path', 'key', 'label'] as const)('have no %s twice', (name) => {
    const all = AREAS.map((area) => area[name]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('are offered by permission', () => {
    expect(areasFor(['boards:read', 'players:read']).map(({ id }) => id)).toEqual(['boards', 'players']);
    expect(areasFor([])).toEqual([]);
  });

  it.each([
    ['/', 'overview'],
    ['/boards', 'boards'],
    ['/boards/premier-league', 'boards'],
    ['/boardsmen', undefined],
    ['/sign-in', undefined],
  ])('have the address %s: %s', (pathname, id) => {
    expect(areaAt(pathname)?.id).toBe(id);
  });
});
