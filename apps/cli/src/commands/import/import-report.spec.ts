import { refusedLines } from './import-report.js';

const bad = (line: number) => ({
  line,
  code: 'http.invalid_input',
  detail: 'See `errors` for what to change.',
  errors: [{ path: '/stats/goals', rule: 'reference', message: 'there is no stat "goals"' }],
});

describe('lines that were refused', () => {
  it('are told with file, line, field and page, a line for each field', () => {
    const malformed = { line: 4, code: 'http.malformed_request', detail: 'The line is\u001b not JSON.', errors: [] };

    expect(refusedLines('a.ndjson', [bad(2), malformed])).toEqual([
      'a.ndjson:2 /stats/goals: there is no stat "goals" (docs/errors/http.invalid_input.md)',
      'a.ndjson:4: The line is� not JSON. (docs/errors/http.malformed_request.md)',
    ]);
  });

  it('are told up to the hundredth', () => {
    const told = refusedLines(
      'a.ndjson',
      Array.from({ length: 1_200 }, (_, index) => bad(index + 1)),
    );

    expect(told).toHaveLength(101);
    expect(told.at(-1)).toBe('and 1,100 lines more; --json tells all');
  });
});
