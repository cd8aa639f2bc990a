import { changesBetween } from './changes.js';

describe('what an action changed', () => {
  it('is told value by value, wherever it is', () => {
    const before = { name: 'Ann', roles: { tenant: 'admin', live: 'analyst' }, permissions: ['a', 'b'] };
    const after = { name: 'Ann', roles: { tenant: 'designer' }, permissions: ['a', 'c'] };

    expect(changesBetween(before, after)).toEqual([
      { path: 'roles.tenant', before: 'admin', after: 'designer' },
      { path: 'permissions.1', before: 'b', after: 'c' },
      { path: 'roles.live', before: 'analyst', after: undefined },
    ]);
  });

  it('is everything where there was nothing before, and nothing where nothing differs', () => {
    expect(changesBetween(null, { name: 'Ann', none: null, list: [] })).toEqual([
      { path: 'name', before: undefined, after: 'Ann' },
      { path: 'none', before: undefined, after: 'null' },
      { path: 'list', before: undefined, after: '[]' },
    ]);
    expect(changesBetween({ a: 1 }, { a: 1 })).toEqual([]);
    expect(changesBetween(null, null)).toEqual([]);
  });

  it('tells a text from what looks like it', () => {
    expect(changesBetween({ on: 'true' }, { on: 'false' })).toEqual([{ path: 'on', before: 'true', after: 'false' }]);
  });
});
