import { type QueryValues, pageQuery, readQuery, rowsQuery, windowQuery } from './board-query.js';

/** What is wrong with a query, as `path rule` for each problem. */
const problemsOf = (query: QueryValues): string[] => {
  const read = readQuery(pageQuery, query);
  return read.ok ? [] : (read.error.errors ?? []).map(({ path, rule }) => `${path} ${rule}`);
};

describe('the query of a read', () => {
  it('may be empty', () => {
    expect(readQuery(pageQuery, {})).toEqual({ ok: true, value: { limit: 20 } });
  });

  it('is read as it is', () => {
    expect(readQuery(pageQuery, { window: '2014-15', limit: '100', cursor: 'abc' })).toEqual({
      ok: true,
      value: { window: '2014-15', limit: 100, cursor: 'abc' },
    });
  });

  it.each(['1', '100', ' 5', '1e1', '0x10'])('may have a limit of %j', (limit) => {
    expect(problemsOf({ limit })).toEqual([]);
  });

  it.each([
    ['0', ['/limit min']],
    ['', ['/limit max', '/limit min', '/limit isInt']],
    ['-1', ['/limit min']],
    ['101', ['/limit max']],
    ['1.5', ['/limit isInt']],
    ['ten', ['/limit max', '/limit min', '/limit isInt']],
    [
      ['1', '2'],
      ['/limit max', '/limit min', '/limit isInt'],
    ],
  ])('may not have a limit of %j', (limit, problems) => {
    expect(problemsOf({ limit })).toEqual(problems);
  });

  it('names windows by any key that there is, however long the name of its definition', () => {
    expect(problemsOf({ window: `${'w'.repeat(63)}:2026-11-20T183000Z` })).toEqual([]);
  });

  it('counts characters, not the halves of those beyond the basic plane', () => {
    expect(problemsOf({ window: '😀'.repeat(128) })).toEqual([]);
    expect(problemsOf({ window: '😀'.repeat(129) })).toEqual(['/window maxLength']);
    expect(problemsOf({ cursor: 'x'.repeat(2_049) })).toEqual(['/cursor maxLength']);
  });

  it('may not name a parameter twice', () => {
    expect(problemsOf({ window: ['a', 'b'] })).toEqual(['/window maxLength', '/window isString']);
  });

  it.each(['offset', 'constructor', '__proto__', 'toString'])(
    'may not have %s, which the route does not know',
    (name) => {
      expect(problemsOf(Object.fromEntries([[name, '1']]))).toEqual([`/${name} unknown`]);
    },
  );

  it('is told each problem in words, by JSON pointer', () => {
    expect(readQuery(rowsQuery, { limit: '0', 'a~b/c': '1' })).toMatchObject({
      ok: false,
      error: {
        code: 'http.invalid_input',
        errors: [
          { path: '/a~0b~1c', rule: 'unknown', message: 'property a~b/c should not exist' },
          { path: '/limit', rule: 'min', message: 'limit must not be less than 1' },
        ],
      },
    });
  });

  it('has the parameters of its own route alone', () => {
    expect(readQuery(windowQuery, { limit: '5' }).ok).toBe(false);
    expect(readQuery(rowsQuery, { cursor: 'abc' }).ok).toBe(false);
  });
});
