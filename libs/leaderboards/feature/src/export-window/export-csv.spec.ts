import { csvLine } from './export-csv.js';

describe('a line of CSV', () => {
  it('quotes what holds a comma, a quote or a line end', () => {
    expect(csvLine(['a', 'b,c', 'say "hi"', 'two\nlines', ''])).toBe('a,"b,c","say ""hi""","two\nlines",\r\n');
  });

  it('keeps numbers as they are, also below zero', () => {
    expect(csvLine([1, -5, 0])).toBe('1,-5,0\r\n');
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '=HYPERLINK("http://x","y")',
  ])('runs no %j in a spreadsheet', (text) => {
    expect(csvLine([text]).replace(/^"/, '')[0]).toBe("'");
  });
});
