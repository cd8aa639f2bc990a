import { ProblemError, toProblem } from './problem.js';
import { worthAnotherTry } from './query-client.js';

const refused = (status: number): ProblemError => new ProblemError(toProblem(undefined, status));

describe('a request that failed', () => {
  it.each([429, 500, 503])('is sent again after a %i, three times', (status) => {
    expect([0, 1, 2, 3].map((failures) => worthAnotherTry(failures, refused(status)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('is sent again where nobody answered', () => {
    expect(worthAnotherTry(0, new TypeError('fetch failed'))).toBe(true);
  });

  it.each([400, 401, 403, 404, 409])('is not sent again after a %i: the gateway has understood it', (status) => {
    expect(worthAnotherTry(0, refused(status))).toBe(false);
  });
});
